package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import java.time.Duration;

/**
 * A moment by which an answer must be there.
 *
 * @param nanos on the clock of {@link System#nanoTime}
 */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean leavesTimeFor(Duration pause) {
        return pause.compareTo(left()) < 0;
    }

    /**
     * Waits; who is interrupted meanwhile has given up.
     *
     * @param mayHaveHappened whether a write may have been done before
     */
    static void pause(Duration time, boolean mayHaveHappened) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw givenUp(e, mayHaveHappened);
        }
    }

    static MemoryFailure givenUp(InterruptedException e, boolean mayHaveHappened) {
        Thread.currentThread().interrupt();
        return new MemoryFailure.Unreachable("The question was given up", e, mayHaveHappened);
    }
}
