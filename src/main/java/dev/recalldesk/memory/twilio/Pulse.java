package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.Health;
import dev.recalldesk.memory.Health.State;
import dev.recalldesk.memory.MemoryFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the health of a connection from what becomes of its questions, and tells it in order. Thread-safe. */
final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final int LAST = 9;
    private static final Duration SLOW = Duration.ofSeconds(1);
    private final List<Consumer<Health>> listeners = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Duration> trips = new ArrayDeque<>();
    private Health health = new Health(State.UNTRIED, null, null);
    private long answeredAt;

    Pulse(InstantSource clock) {
        this.clock = clock;
    }

    Health health() {
        lock.lock();
        try {
            return health;
        } finally {
            lock.unlock();
        }
    }

    /** @return lets go of the listener */
    Runnable onChange(Consumer<Health> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The service answered, whatever it said. */
    void answered(Duration took) {
        lock.lock();
        try {
            answeredAt = System.nanoTime();
            trips.addLast(took);
            if (trips.size() > LAST) {
                trips.removeFirst();
            }
            Instant until = health.until();
            if (until != null && until.isAfter(clock.instant())) {
                // An answer to another question does not mean that it may be asked again.
                become(State.THROTTLED, until);
            } else {
                become(usual().compareTo(SLOW) > 0 ? State.SLOW : State.CONNECTED, null);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * A question came to nothing.
     *
     * @param begun when it was asked, by {@link System#nanoTime}; silence says nothing when others were answered since
     */
    void failed(MemoryFailure failure, long begun) {
        lock.lock();
        try {
            switch (failure) {
                case MemoryFailure.Throttled throttled -> become(State.THROTTLED, throttled.until());
                case MemoryFailure.CredentialsRefused _ -> become(State.SIGNED_OUT, null);
                case MemoryFailure.ServerFault _, MemoryFailure.NotTheService _ -> become(State.OFFLINE, null);
                case MemoryFailure.Unreachable _, MemoryFailure.TimedOut _ -> {
                    if (trips.isEmpty() || answeredAt - begun < 0) {
                        become(State.OFFLINE, null);
                    }
                }
                case MemoryFailure.NotFound _,
                        MemoryFailure.Invalid _,
                        MemoryFailure.Conflict _,
                        MemoryFailure.Forbidden _ -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    private void become(State state, @Nullable Instant until) {
        health = new Health(state, trips.isEmpty() ? null : usual(), until);
        listeners.forEach(this::tell);
    }

    private Duration usual() {
        return trips.stream().sorted().skip(trips.size() / 2).findFirst().orElseThrow();
    }

    /** A screen that fails must not fail the question whose answer it was told of. */
    private void tell(Consumer<Health> listener) {
        try {
            listener.accept(health);
        } catch (RuntimeException e) {
            LOG.error("Somebody who was told how the connection is failed", e);
        }
    }
}
