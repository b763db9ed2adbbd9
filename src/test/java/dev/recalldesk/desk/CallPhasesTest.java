package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.telephony.CallEvent;
import dev.recalldesk.telephony.CallEvent.Direction;
import dev.recalldesk.telephony.CallEvent.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallPhasesTest {
    private final CallPhases phases = new CallPhases(event(State.RINGING, 0));

    @Test
    void followsACallThroughHoldingAndResuming() {
        assertThat(phases.after(Phase.RINGING, event(State.ANSWERED, 1))).contains(Phase.TALKING);
        assertThat(phases.after(Phase.TALKING, event(State.HELD, 2))).contains(Phase.HELD);
        assertThat(phases.after(Phase.HELD, event(State.ANSWERED, 3))).contains(Phase.TALKING);
        assertThat(phases.after(Phase.TALKING, event(State.HELD, 4))).contains(Phase.HELD);
        assertThat(phases.after(Phase.HELD, event(State.ENDED, 5))).contains(Phase.WRAPPING_UP);
    }

    @Test
    void aRepeatedEventChangesNothing() {
        assertThat(phases.after(Phase.RINGING, event(State.ANSWERED, 1))).contains(Phase.TALKING);
        assertThat(phases.after(Phase.TALKING, event(State.HELD, 2))).contains(Phase.HELD);

        assertThat(phases.after(Phase.HELD, event(State.ANSWERED, 1))).isEmpty();
        assertThat(phases.after(Phase.HELD, event(State.HELD, 2))).isEmpty();
    }

    @Test
    void lateRingingIsNoNews() {
        assertThat(phases.after(Phase.TALKING, event(State.RINGING, 0))).isEmpty();
        assertThat(phases.after(Phase.WRAPPING_UP, event(State.RINGING, 0))).isEmpty();
    }

    @Test
    void aCallNobodyAnsweredIsMissed() {
        assertThat(phases.after(Phase.RINGING, event(State.ENDED, 9))).contains(Phase.MISSED);
    }

    @Test
    void anotherPhoneThatStoppedRingingEndsNothing() {
        assertThat(phases.after(Phase.TALKING, event(State.MISSED, 2))).isEmpty();
    }

    @Test
    void theNewsOfAnAnswerMayComeAfterTheEnd() {
        assertThat(phases.after(Phase.RINGING, event(State.ENDED, 9))).contains(Phase.MISSED);
        assertThat(phases.after(Phase.MISSED, event(State.ANSWERED, 1))).contains(Phase.WRAPPING_UP);
    }

    @Test
    void theNewsOfAnAnswerThatComesAfterHoldingDoesNotResume() {
        assertThat(phases.after(Phase.RINGING, event(State.HELD, 5))).contains(Phase.HELD);
        assertThat(phases.after(Phase.HELD, event(State.ANSWERED, 1))).isEmpty();
    }

    private static CallEvent event(State state, int second) {
        Instant at = Instant.EPOCH.plusSeconds(second);
        return new CallEvent("sim", "1", state, Direction.IN, "+13175550142", null, null, null, null, at);
    }
}
