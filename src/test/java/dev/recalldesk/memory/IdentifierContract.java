package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Customers are found by what identifies them. */
abstract class IdentifierContract extends MemoryArea {
    IdentifierContract(Callable<MemoryAccount> source) {
        super(source);
    }

    @Test
    void findsACustomerByPhoneHoweverItIsWritten() {
        String ada = customer();
        eventually(() -> assertThat(memory.lookup("phone", "(206) 555-0119"))
                .isEqualTo(new Lookup("+12065550119", List.of(ada))));
        assertThat(memory.lookup("phone", "+1 206 555 0119").profileIds()).containsExactly(ada);
    }

    @Test
    void nobodyIsAnAnswer() {
        assertThat(memory.lookup("phone", "+12065550177").profileIds()).isEmpty();
        assertThat(memory.lookup("phone", "no number at all").profileIds()).isEmpty();
        assertThat(memory.lookup("email", "  ").profileIds()).isEmpty();
        invalid("idType", () -> memory.lookup("shoe-size", "44"));
    }

    @Test
    void anOldNumberStillFindsTheCustomer() {
        String ada = customer();
        set(ada, "Contact", "phone", TraitValue.of("206-555-0123"));
        eventually(() -> assertThat(memory.identifiers(ada))
                .containsExactly(new Identifier("phone", List.of("+12065550119", "+12065550123"))));
        assertThat(memory.lookup("phone", "+12065550119").profileIds()).containsExactly(ada);
        assertThat(memory.lookup("phone", "+12065550123").profileIds()).containsExactly(ada);
    }

    @Test
    void identifiersAreAddedReplacedAndRemoved() {
        String ada = customer();
        memory.addIdentifier(ada, "email", "Ada@Example.com");
        eventually(() -> assertThat(memory.lookup("email", "ada@example.com").profileIds())
                .containsExactly(ada));
        memory.replaceIdentifier(ada, "email", "ada@example.com", "countess@example.com");
        eventually(
                () -> assertThat(memory.lookup("email", "countess@example.com").profileIds())
                        .containsExactly(ada));
        assertThat(memory.lookup("email", "ada@example.com").profileIds()).isEmpty();
        notFound(() -> memory.replaceIdentifier(ada, "email", "ada@example.com", "other@example.com"));
        memory.removeIdentifiers(ada, "email");
        eventually(() -> assertThat(memory.identifiers(ada))
                .extracting(Identifier::idType)
                .containsExactly("phone"));
        invalid("idType", () -> memory.addIdentifier(ada, "shoe-size", "44"));
        invalid("value", () -> memory.addIdentifier(ada, "phone", "rubbish"));
    }

    @Test
    void aNumberOfAnotherCountryNeedsItsCodeAndNoPlusSign() {
        String ada = memory.createProfile(contact("phone", "44 20 7946 0188"));
        eventually(() -> assertThat(memory.lookup("phone", "442079460188"))
                .isEqualTo(new Lookup("+442079460188", List.of(ada))));
    }

    @Test
    void anIdentifierDoesNotTakeThePlaceOfSomebodyElses() {
        String ada = customer();
        String ben = memory.createProfile(contact("phone", "+12065550120"));
        conflict(() -> memory.replaceIdentifier(ben, "phone", "+12065550120", "+12065550119"));
        notFound(() -> memory.replaceIdentifier(ben, "phone", "+12065550177", "+12065550119"));
        assertThat(memory.canonicalId(ben)).isEqualTo(ben);
        assertThat(memory.identifiers(ben)).containsExactly(new Identifier("phone", List.of("+12065550120")));
        assertThat(memory.lookup("phone", "+12065550119").profileIds()).containsExactly(ada);
    }

    @Test
    void oneIdentifierOfSeveralIsRemoved() {
        String ada = customer();
        memory.addIdentifier(ada, "phone", "+12065550120");
        memory.removeIdentifier(ada, "phone");
        eventually(() ->
                assertThat(memory.identifiers(ada)).containsExactly(new Identifier("phone", List.of("+12065550120"))));
        invalid("idType", () -> memory.removeIdentifier(ada, "shoe-size"));
        notFound(() -> memory.removeIdentifier(NOBODY, "phone"));
    }
}
