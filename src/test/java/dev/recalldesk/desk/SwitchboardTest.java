package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

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
        depot = new ScreenPop(
                memory,
                new PhoneNumbers("US"),
                new ProfileCache(10),
                new NumberChoices(desk.store, memory.store().id()),
                new CallLog(desk.store, memory.store().id()),
                workers,
                clock,
                clock);
        board.bringToFront(pop);
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
}
