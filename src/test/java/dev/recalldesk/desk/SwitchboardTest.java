package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.telephony.CallEvent.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls at a desk with two stores: the one of {@link CallScene}, in which Ada is known, and a depot in which nobody is. */
class SwitchboardTest extends CallScene {
    private final Switchboard board = new Switchboard();
    private ScreenPop depot;

    @BeforeEach
    void openAnotherStore() {
        Memory memory = desk.account.open(desk.account.createStore("depot", "").id());
        depot = pop(memory, memory.store().id());
        board.bringToFront(pop);
    }

    private ScreenPop pop(Memory memory, String storeId) {
        return new ScreenPop(
                memory,
                new PhoneNumbers("US"),
                new ProfileCache(10),
                new NumberChoices(desk.store, storeId),
                new CallLog(desk.store, storeId),
                workers,
                clock,
                clock);
    }

    @Test
    void aNewCallRingsInTheStoreInFrontAlone() {
        board.bringToFront(depot);
        board.bringToFront(pop);
        board.accept(ringing(ADAS));

        Encounter _ = awaitCall(e -> confirmed(e, ada));
        assertThat(depot.encounters()).isEmpty();
    }

    @Test
    void aCallThatGoesOnComesAlongAsItIs() {
        board.accept(ringing(ADAS));
        clock.advance(Duration.ofSeconds(7));
        board.accept(event("1", State.ANSWERED, ADAS, clock.instant()));
        clock.advance(Duration.ofSeconds(30));

        board.bringToFront(depot);

        Encounter call = depot.encounters().getFirst();
        assertThat(call.key()).isEqualTo(CALL);
        assertThat(call.phase()).isEqualTo(Phase.TALKING);
        assertThat(Duration.between(call.startedAt(), clock.instant())).isEqualTo(Duration.ofSeconds(37));
        assertThat(Duration.between(call.phaseSince(), clock.instant())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void everyStoreThatMetACallHearsItsEnd() {
        board.accept(ringing(ADAS));
        board.bringToFront(depot);
        board.accept(event("1", State.ANSWERED, ADAS, clock.instant()));
        board.accept(event("1", State.ENDED, ADAS, clock.instant()));

        for (ScreenPop store : List.of(pop, depot)) {
            assertThat(store.encounters()).extracting(Encounter::phase).containsExactly(Phase.WRAPPING_UP);
        }
    }

    @Test
    void aCallThatIsOverComesAlongNoMore() {
        board.accept(ringing(ADAS));
        board.accept(event("1", State.ENDED, ADAS, clock.instant()));
        board.bringToFront(depot);
        board.accept(event("1", State.ENDED, ADAS, clock.instant()));

        assertThat(depot.encounters()).isEmpty();
    }

    @Test
    void aStoreThatIsClosedHearsNothing() {
        board.accept(ringing(ADAS));
        board.bringToFront(depot);
        board.leave(pop);
        board.accept(event("1", State.ANSWERED, ADAS, clock.instant()));
        board.leave(depot);
        board.accept(event("2", State.RINGING, ADAS, clock.instant()));

        assertThat(pop.encounters()).extracting(Encounter::phase).containsExactly(Phase.RINGING);
        assertThat(depot.encounters()).extracting(Encounter::phase).containsExactly(Phase.TALKING);
    }

    @Test
    void whoTakesTheirPlaceGoesOnWithTheCallsOfTheSameCustomers() {
        board.accept(ringing(ADAS));
        Encounter _ = awaitCall(e -> confirmed(e, ada) && e.panel().settled());
        board.accept(event("1", State.ANSWERED, ADAS, clock.instant()));
        board.accept(event("2", State.RINGING, "+13175550102", clock.instant()));
        board.accept(event("2", State.MISSED, "+13175550102", clock.instant()));
        board.accept(event("3", State.RINGING, "+13175550103", clock.instant()));
        pop.finish("sim:3");
        Encounter opened = pop.open(ada);
        ScreenPop next = pop(desk.line.memory(), desk.storeId);

        board.replace(pop, next, true);

        assertThat(pop.encounters()).isEmpty();
        assertThat(next.encounters())
                .extracting(Encounter::key, Encounter::phase)
                .containsExactly(
                        tuple(CALL, Phase.TALKING), tuple("sim:2", Phase.MISSED), tuple(opened.key(), Phase.LOOKED_UP));
        assertThat(next.encounters().getFirst().customer()).isPresent();
        board.accept(event("1", State.ENDED, ADAS, clock.instant()));
        board.accept(event("3", State.ENDED, "+13175550103", clock.instant()));
        assertThat(next.encounters())
                .extracting(Encounter::phase)
                .containsExactly(Phase.WRAPPING_UP, Phase.MISSED, Phase.LOOKED_UP);
        await().until(() -> next.encounters().getLast().customer().isPresent());
    }

    @Test
    void whoeverCallsIsLookedUpAnewAmongOtherCustomers() {
        board.accept(ringing(ADAS));
        Encounter _ = awaitCall(e -> confirmed(e, ada));
        board.accept(event("1", State.ANSWERED, ADAS, clock.instant()));
        board.accept(event("1", State.ENDED, ADAS, clock.instant()));
        Encounter _ = pop.open(ada);

        board.replace(pop, depot, false);
        board.accept(event("4", State.RINGING, "+13175550102", clock.instant()));

        await().until(() -> depot.encounters().getFirst().identity() instanceof Identity.Nobody);
        assertThat(depot.encounters())
                .extracting(Encounter::key, Encounter::phase)
                .containsExactly(tuple(CALL, Phase.WRAPPING_UP), tuple("sim:4", Phase.RINGING));
    }
}
