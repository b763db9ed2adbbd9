package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Customers and their traits. */
abstract class ProfileContract extends MemoryArea {
    ProfileContract(Callable<MemoryAccount> source) {
        super(source);
    }

    @Test
    void aKnownEmailIsTheSameCustomer() {
        String ada = memory.createProfile(contact("email", "Ada@Example.com", "firstName", "Ada"));
        String again = memory.createProfile(contact("email", " ada@example.COM", "city", "Tacoma"));
        assertThat(again).isEqualTo(ada);
        eventually(() -> {
            assertThat(memory.profile(ada).text("Contact", "city")).contains("Tacoma");
            assertThat(memory.profile(ada).text("Contact", "firstName")).contains("Ada");
        });
    }

    @Test
    void aCustomerNeedsAnIdentifier() {
        invalid("traits", () -> memory.createProfile(contact("firstName", "Ada")));
        invalid("traits", () -> memory.createProfile(Map.of()));
    }

    @Test
    void manyCustomersAreWrittenAtOnce() {
        String ada = customer();
        memory.createProfiles(List.of(
                contact("phone", "+12065550119", "city", "Tacoma"),
                contact("phone", "+12065550120"),
                contact("phone", "(206) 555-0120", "city", "Astoria")));
        eventually(() -> {
            assertThat(memory.profile(ada).text("Contact", "city")).contains("Tacoma");
            assertThat(memory.profile(ada).text("Contact", "firstName")).contains("Ada");
            assertThat(memory.lookup("phone", "+12065550120").profileIds())
                    .singleElement()
                    .satisfies(ben -> assertThat(memory.profile(ben).text("Contact", "city"))
                            .contains("Astoria"));
        });
        assertThat(memory.profiles(PageRequest.first(10)).items()).hasSize(2);
    }

    @Test
    void ofManyCustomersAllAreWrittenOrNone() {
        String ada = customer();
        Map<String, Map<String, TraitValue>> right = contact("phone", "+12065550119", "city", "Tacoma");
        invalid(
                "profiles[2].traits.Contact.shoe",
                () -> memory.createProfiles(List.of(
                        right,
                        contact("phone", "+12065550120"),
                        contact("phone", "+12065550121", "shoe", "42"),
                        contact("firstName", "Ben"))));
        invalid("profiles[1].traits", () -> memory.createProfiles(List.of(right, contact("firstName", "Ben"))));
        invalid("profiles", () -> memory.createProfiles(List.of()));
        invalid("profiles", () -> memory.createProfiles(Collections.nCopies(1001, right)));
        assertThat(memory.profiles(PageRequest.first(10)).items()).containsExactly(ada);
        assertThat(memory.profile(ada).text("Contact", "city")).isEmpty();
    }

    @Test
    void profilesAreListedNewestFirst() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(memory.createProfile(contact("phone", "+1206555010" + i)));
        }
        eventually(() ->
                assertThat(memory.profiles(PageRequest.first(100)).items()).isEqualTo(made));
        Page<String> first = memory.profiles(PageRequest.first(2));
        assertThat(first.items()).isEqualTo(made.subList(0, 2));
        assertThat(memory.profiles(PageRequest.first(2).after(first.nextToken()))
                        .items())
                .isEqualTo(made.subList(2, 4));
    }

    @Test
    void aRemovedTraitIsGoneAndTheOthersStay() {
        String ada = customer();
        set(ada, "Contact", "city", TraitValue.of("Tacoma"));
        eventually(() -> assertThat(memory.profile(ada).text("Contact", "city")).contains("Tacoma"));
        set(ada, "Contact", "city", null);
        eventually(() -> assertThat(memory.profile(ada).text("Contact", "city")).isEmpty());
        assertThat(memory.profile(ada).name()).contains("Ada");
    }

    @Test
    void traitsTellWhenTheyChanged() {
        String ada = customer();
        Instant born =
                memory.traits(ada, PageRequest.first(10)).items().getFirst().changedAt();
        set(ada, "Contact", "firstName", TraitValue.of("Augusta"));
        eventually(() -> {
            Trait latest = memory.traits(ada, PageRequest.first(10)).items().getFirst();
            assertThat(latest.name()).isEqualTo("firstName");
            assertThat(latest.value()).isEqualTo(TraitValue.of("Augusta"));
            assertThat(latest.changedAt()).isAfterOrEqualTo(born);
        });
    }

    @Test
    void aDeletedCustomerIsForgottenEntirely() {
        String ada = customer();
        remember(ada, "Ordered a brass propeller.");
        memory.deleteProfile(ada);
        eventually(() -> notFound(() -> memory.profile(ada)));
        eventually(() ->
                assertThat(memory.lookup("phone", "+12065550119").profileIds()).isEmpty());
        notFound(() -> observations(ada));
    }

    @Test
    void nobodyHasNoMemories() {
        notFound(() -> memory.profile(NOBODY));
        notFound(() -> observations(NOBODY));
        notFound(() -> memory.addObservations(NOBODY, List.of(said("Hello."))));
        notFound(() -> memory.summaries(NOBODY, null, PageRequest.first(5)));
        notFound(() -> memory.recall(NOBODY, RecallRequest.mostRecent()));
        notFound(() -> memory.profile("not an id at all"));
    }
}
