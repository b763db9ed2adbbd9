package dev.recalldesk.memory.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.MemoryFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is let through to a store that asked to be left alone, and when. On a clock and with chances of the test's own. */
class GateTest {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Deadline AMPLE = Deadline.in(Duration.ofMinutes(10));
    private static final Instant NOW = Instant.parse("2026-11-12T12:00:00Z");

    private final List<Duration> rests = new ArrayList<>();
    private Instant now = NOW;

    private Gate gate(Iterator<Double> chances) {
        return new Gate(8, () -> now, chances::next, time -> {
            rests.add(time);
            now = now.plus(time);
        });
    }

    @Test
    void thoseWhoWaitedDoNotComeTogether() {
        Gate gate = gate(List.of(0.0, 0.5, 0.75).iterator());
        gate.shut(NOW.plus(PAUSE));
        for (int waiting = 0; waiting < 3; waiting++) {
            now = NOW;
            gate.enter(AMPLE);
        }
        assertThat(rests)
                .containsExactly(
                        PAUSE,
                        PAUSE.plus(Gate.SPREAD.dividedBy(2)),
                        PAUSE.plus(Gate.SPREAD.multipliedBy(3).dividedBy(4)));
    }

    @Test
    void whoComesWhileItIsOpenDoesNotWait() {
        Gate gate = gate(List.of(0.5).iterator());
        gate.enter(AMPLE);
        gate.shut(NOW.plus(PAUSE));
        now = NOW.plus(PAUSE);
        gate.enter(AMPLE);
        assertThat(rests).isEmpty();
    }

    @Test
    void whoCannotWaitSoLongIsToldAtOnce() {
        Gate gate = gate(List.of(0.5).iterator());
        gate.shut(NOW.plus(PAUSE));
        MemoryFailure failure = WireScene.failure(() -> gate.enter(Deadline.in(Duration.ofSeconds(20))));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        MemoryFailure.Throttled.class,
                        told -> assertThat(told.until()).isEqualTo(NOW.plus(PAUSE)));
        assertThat(rests).isEmpty();
    }
}
