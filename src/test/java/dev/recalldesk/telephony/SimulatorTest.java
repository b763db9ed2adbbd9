package dev.recalldesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.telephony.CallControls.Verb;
import dev.recalldesk.telephony.CallEvent.State;
import dev.recalldesk.telephony.Simulator.Numbers;
import dev.recalldesk.telephony.Simulator.Scenario;
import dev.recalldesk.telephony.Simulator.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private final Simulator simulator = new Simulator(
            new Numbers(List.of("+13175550101", "+13175550102"), List.of("+4930901820"), List.of("+13175550199")),
            new Surroundings(List.of("A BYRON"), List.of("Sales", "Support")),
            () -> Instant.EPOCH);
    private final List<CallEvent> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        simulator.start(heard::add);
    }

    @Test
    void ringsFromTheNumbersInTurn() {
        for (int ring = 0; ring < 3; ring++) {
            assertThat(simulator.ring(Scenario.KNOWN)).hasSize(1);
        }

        assertThat(heard).extracting(CallEvent::from).containsExactly("+13175550101", "+13175550102", "+13175550101");
        assertThat(heard).extracting(CallEvent::queue).containsExactly("Sales", "Support", "Sales");
        assertThat(heard).extracting(CallEvent::callId).doesNotHaveDuplicates();
    }

    @Test
    void aWithheldCallTellsNeitherNumberNorName() {
        assertThat(simulator.ring(Scenario.WITHHELD)).hasSize(1);

        assertThat(heard).singleElement().satisfies(event -> {
            assertThat(event.withheld()).isTrue();
            assertThat(event.displayName()).isNull();
        });
    }

    @Test
    void ringsThreeTimesAtOnce() {
        assertThat(simulator.ring(Scenario.THREE_AT_ONCE)).hasSize(3);

        assertThat(heard).extracting(CallEvent::from).containsExactly("+13175550101", "+13175550102", "+4930901820");
    }

    @Test
    void ringsFromATypedNumberAndFromASharedOne() {
        assertThat(simulator.ring("030 901820")).isEqualTo(heard.getFirst().callId());
        assertThat(simulator.ring(Scenario.TWO_MATCHES))
                .containsExactly(heard.get(1).callId());

        assertThat(heard).extracting(CallEvent::from).containsExactly("030 901820", "+13175550199");
    }

    @Test
    void doesToACallWhatTheDeskAsks() {
        String call = simulator.ring("+13175550101");
        simulator.perform(Verb.HOLD, call);
        simulator.perform(Verb.ANSWER, call);
        simulator.perform(Verb.HOLD, call);
        simulator.perform(Verb.RESUME, call);
        simulator.perform(Verb.HANG_UP, call);
        simulator.perform(Verb.ANSWER, call);

        assertThat(heard)
                .extracting(CallEvent::state)
                .containsExactly(State.RINGING, State.ANSWERED, State.HELD, State.ANSWERED, State.ENDED);
    }

    @Test
    void isSilentOnceClosed() {
        simulator.close();

        assertThat(simulator.ring("+13175550101")).isNotEmpty();
        assertThat(heard).isEmpty();
    }
}
