package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.telephony.CallEvent.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call on the desk from its first ring until it is done. */
class CallsOnTheDeskTest extends CallScene {
    @Test
    void goesThroughThePhasesOfACall() {
        pop.accept(ringing(ADAS));
        for (State state : List.of(State.ANSWERED, State.HELD, State.ANSWERED, State.ENDED)) {
            clock.advance(Duration.ofSeconds(10));
            pop.accept(event("1", state, ADAS, clock.instant()));
            pop.accept(event("1", state, ADAS, clock.instant()));
        }

        assertThat(told.stream().map(Encounter::phase).distinct())
                .containsExactly(Phase.RINGING, Phase.TALKING, Phase.HELD, Phase.WRAPPING_UP);
        pop.finish(CALL);
        assertThat(gone).containsExactly(CALL);
        assertThat(pop.encounters()).isEmpty();
        await().until(() -> !log.recent(1).isEmpty());
        assertThat(log.recent(1)).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(CallLog.Outcome.ANSWERED);
            assertThat(Duration.between(entry.startedAt(), entry.endedAt())).isEqualTo(Duration.ofSeconds(40));
        });
    }

    @Test
    void anAnswerWithoutRingingMakesTheCall() {
        pop.accept(event("1", State.ANSWERED, ADAS, clock.instant()));
        pop.accept(ringing(ADAS));

        assertThat(awaitCall(e -> confirmed(e, ada)).phase()).isEqualTo(Phase.TALKING);
    }

    @Test
    void aLateEventBringsNoFinishedCallBack() {
        pop.accept(event("1", State.ENDED, ADAS, clock.instant()));
        pop.accept(ringing(ADAS));

        assertThat(pop.encounters()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aMissedCallStaysUntilItIsSeenAndIsLogged() {
        pop.accept(ringing(ADAS));
        Encounter _ = awaitCall(e -> confirmed(e, ada));
        pop.accept(event("1", State.MISSED, ADAS, clock.instant()));

        await().until(() -> !log.recent(1).isEmpty());
        assertThat(log.recent(1)).extracting(CallLog.Entry::outcome).containsExactly(CallLog.Outcome.MISSED);
        assertThat(pop.encounters()).extracting(Encounter::phase).containsExactly(Phase.MISSED);
    }

    @Test
    void twoPhonesThatAnnounceOneCallMakeOneCall() {
        pop.accept(ringing(ADAS));
        clock.advance(Duration.ofSeconds(2));
        pop.accept(from("web", "77", State.RINGING, ADAS, clock.instant()));
        pop.accept(from("web", "77", State.ANSWERED, ADAS, clock.instant()));

        assertThat(pop.encounters()).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo(CALL);
            assertThat(one.phase()).isEqualTo(Phase.TALKING);
        });
        clock.advance(Duration.ofSeconds(10));
        pop.accept(from("web", "78", State.RINGING, ADAS, clock.instant()));
        assertThat(pop.encounters()).hasSize(2);
    }

    @Test
    void measuresHowLongTheAgentWaited() {
        desk.line.hold("lookup");
        desk.line.hold("recall");
        pop.accept(ringing(ADAS));
        await().until(() -> desk.line.asked().contains("lookup"));
        clock.advance(Duration.ofMillis(80));
        desk.line.release("lookup");
        Encounter _ = awaitCall(e -> confirmed(e, ada));
        await().until(() -> desk.line.asked().contains("recall"));
        clock.advance(Duration.ofMillis(40));
        desk.line.release("recall");

        Encounter filled = awaitCall(e -> e.panel().settled());
        assertThat(filled.timing())
                .isEqualTo(new Encounter.Timing(Duration.ofMillis(80), Duration.ofMillis(120), Duration.ofMillis(80)));
    }
}
