package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.telephony.CallEvent.State;
import org.junit.jupiter.api.Test;

/** Customers made and opened at the desk. */
class CustomersAtTheDeskTest extends CallScene {
    @Test
    void anUnknownCallerBecomesACustomer() {
        pop.accept(ringing("+13175550133"));
        Encounter _ = awaitCall(e -> e.identity() instanceof Identity.Nobody);
        pop.accept(event("1", State.ENDED, "+13175550133", clock.instant()));
        await().until(() -> log.recent(1).stream().anyMatch(entry -> entry.name() == null));
        Created created = pop.create(CALL, new NewCustomer("Mary Ann  Lee", " ", null));

        assertThat(created.existedBefore()).isFalse();
        assertThat(created.customer().profile().text("Contact", "firstName")).contains("Mary Ann");
        assertThat(created.customer().profile().text("Contact", "lastName")).contains("Lee");
        assertThat(created.customer().phone()).contains("+1 317 555 0133");
        await().untilAsserted(() ->
                assertThat(log.recent(1)).extracting(CallLog.Entry::name).containsExactly("Mary Ann Lee"));
    }

    @Test
    void creatingSomebodyWhoExistsFindsThemAndKeepsTheirName() {
        pop.accept(ringing("+13175550133"));
        Encounter _ = awaitCall(e -> e.identity() instanceof Identity.Nobody);
        Created created = pop.create(CALL, new NewCustomer("Adelaide", "ada@example.com", null));

        assertThat(created.existedBefore()).isTrue();
        assertThat(created.customer().profileId()).isEqualTo(ada);
        assertThat(created.customer().name()).contains("Ada");
        assertThat(created.customer().phone()).contains("+1 317 555 0101");
        assertThat(desk.memory.lookup("phone", "+13175550133").profileIds()).containsExactly(ada);
        assertThat(cache.find("+13175550133")).map(Customer::profileId).contains(ada);
    }

    @Test
    void creatingNeverMergesTwoCustomers() {
        String _ = desk.customer("Bob", "bob@example.com", "+13175550102");
        pop.accept(ringing("+13175550102"));

        assertThatThrownBy(() -> pop.create(CALL, new NewCustomer("Ada", "ada@example.com", null)))
                .isInstanceOf(MemoryFailure.Conflict.class);
        assertThatThrownBy(() -> pop.create(CALL, new NewCustomer("Ada", "ada@", null)))
                .isInstanceOf(MemoryFailure.Invalid.class);
        assertThatThrownBy(() -> pop.create(CALL, new NewCustomer("Ada", null, "soon")))
                .isInstanceOf(MemoryFailure.Invalid.class);
    }

    @Test
    void opensACustomerByHand() {
        Encounter first = pop.open(ada);
        String key = first.key();

        assertThat(key).isEqualTo("customer:" + ada);
        assertThat(first.phase()).isEqualTo(Phase.LOOKED_UP);
        await().until(() -> pop.encounters().stream()
                .anyMatch(e -> confirmed(e, ada) && e.panel().settled()));
        assertThat(pop.open(ada).customer()).isPresent();
        pop.finish(key);
        assertThat(log.recent(1)).isEmpty();
        assertThat(pop.open(ada).key()).isEqualTo(key);
    }
}
