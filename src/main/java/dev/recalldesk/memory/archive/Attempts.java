package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.MemoryFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tries again what may fare better the next time, until it is cancelled. Thread-safe. */
final class Attempts {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long LOOK_UP_MILLIS = 100;

    private final Patience patience;
    private final BooleanSupplier cancelled;

    Attempts(Patience patience, BooleanSupplier cancelled) {
        this.patience = patience;
        this.cancelled = cancelled;
    }

    /** One try. */
    interface Try<T> {
        /** @param doubt whether an earlier try may have been done */
        T run(boolean doubt);
    }

    /** One try of a write. */
    interface Write {
        /** @param doubt whether an earlier try may have been done */
        void run(boolean doubt);
    }

    /** Asks what may be asked any number of times. */
    <T> T ask(Supplier<T> question) {
        return repeat(false, doubt -> question.get());
    }

    /** Does what may be done any number of times. */
    void make(Runnable write) {
        write(false, doubt -> write.run());
    }

    /** As {@link #repeat}, for what has no answer. */
    void write(boolean doubt, Write one) {
        boolean _ = repeat(doubt, unsure -> {
            one.run(unsure);
            return true;
        });
    }

    /**
     * Tries until it works or it is no use.
     *
     * @param doubt whether it may have been done before
     */
    <T> T repeat(boolean doubt, Try<T> one) {
        if (doubt) {
            // It may have been sent a moment ago, by whoever was ended in the middle of it.
            rest(patience.settle());
        }
        boolean unsure = doubt;
        Duration pause = patience.pause();
        for (int tries = 1; ; tries++) {
            stopIfCancelled();
            try {
                return one.run(unsure);
            } catch (MemoryFailure failure) {
                if (tries >= patience.tries() || !passes(failure)) {
                    throw failure;
                }
                unsure |= failure.mayHaveHappened();
                rest(longer(wanted(failure, pause), failure.mayHaveHappened() ? patience.settle() : Duration.ZERO));
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** Looks until it can be seen. */
    <T> T seen(Supplier<Optional<T>> look) {
        long end = System.nanoTime() + patience.seen().toNanos();
        Duration pause = patience.pause();
        while (true) {
            Optional<T> found = ask(look);
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new MemoryFailure.TimedOut("What was written cannot be found", null, true);
            }
            rest(pause);
            pause = pause.multipliedBy(2);
        }
    }

    void stopIfCancelled() {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Given up on request.");
        }
    }

    private static boolean passes(MemoryFailure failure) {
        return failure instanceof MemoryFailure.Unreachable
                || failure instanceof MemoryFailure.TimedOut
                || failure instanceof MemoryFailure.ServerFault
                || failure instanceof MemoryFailure.Throttled;
    }

    private static Duration wanted(MemoryFailure failure, Duration pause) {
        if (failure instanceof MemoryFailure.Throttled throttled) {
            Duration told = Duration.between(Instant.now(), throttled.until());
            return longer(pause, told.compareTo(LONGEST) > 0 ? LONGEST : told);
        }
        return pause.plus(
                pause.multipliedBy(ThreadLocalRandom.current().nextInt(50)).dividedBy(100));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void rest(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        try {
            for (long left = length.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                stopIfCancelled();
                Thread.sleep(Math.min(left, LOOK_UP_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopIfCancelled();
    }
}
