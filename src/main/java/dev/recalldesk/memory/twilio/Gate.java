package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;

/**
 * Lets so many questions at once through to one store, and none while the store has asked to be left alone. Who cannot be let
 * through in time is told at once, and those who waited for it to open come one after the other, so that they do not make the
 * store shut it again. Thread-safe.
 */
final class Gate {
    /** Within which those who waited come once it opens. */
    static final Duration SPREAD = Duration.ofMillis(400);

    /** How somebody waits. */
    @FunctionalInterface
    interface Rest {
        /** @throws MemoryFailure when they are interrupted */
        void of(Duration time);
    }

    private final Semaphore room;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final Rest rest;
    private final AtomicReference<Instant> shutUntil = new AtomicReference<>(Instant.EPOCH);

    Gate(int atOnce, InstantSource clock) {
        this(atOnce, clock, () -> ThreadLocalRandom.current().nextDouble(), time -> Deadline.pause(time, false));
    }

    /** @param random from 0 to 1, where in the spread somebody comes */
    Gate(int atOnce, InstantSource clock, DoubleSupplier random, Rest rest) {
        this.room = new Semaphore(atOnce, true);
        this.clock = clock;
        this.random = random;
        this.rest = rest;
    }

    /**
     * Waits to be let through; whoever is must {@link #leave}.
     *
     * @throws MemoryFailure.Throttled when the store will not be asked before the deadline
     * @throws MemoryFailure.TimedOut when too many are before
     */
    void enter(Deadline deadline) {
        awaitOpening(deadline);
        awaitRoom(deadline);
        while (isShut()) {
            room.release();
            awaitOpening(deadline);
            awaitRoom(deadline);
        }
    }

    void leave() {
        room.release();
    }

    /** Shuts the gate for everybody; a moment sooner than the present one changes nothing. */
    void shut(Instant until) {
        shutUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    }

    private boolean isShut() {
        return shutUntil.get().isAfter(clock.instant());
    }

    private void awaitOpening(Deadline deadline) {
        while (isShut()) {
            Instant until = shutUntil.get();
            Duration wait = Duration.between(clock.instant(), until).plus(late());
            if (!deadline.leavesTimeFor(wait)) {
                throw new MemoryFailure.Throttled("The store asked to be left alone", until);
            }
            rest.of(wait.isPositive() ? wait : Duration.ZERO);
        }
    }

    private Duration late() {
        return Duration.ofNanos((long) (SPREAD.toNanos() * random.getAsDouble()));
    }

    private void awaitRoom(Deadline deadline) {
        try {
            if (!room.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new MemoryFailure.TimedOut("Too many questions are waiting for this store", null, false);
            }
        } catch (InterruptedException e) {
            throw Deadline.givenUp(e, false);
        }
    }
}
