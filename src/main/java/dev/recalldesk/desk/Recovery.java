package dev.recalldesk.desk;

import dev.recalldesk.memory.Health;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a memory that has stopped answering whether it does again, at first soon and then ever more seldom, and says when it
 * does. Thread-safe.
 */
public final class Recovery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private final Memory memory;
    private final Runnable healed;
    private final InstantSource clock;
    private final Duration first;
    private final Duration longest;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private Health health = Health.HERE;
    private boolean lost;
    private boolean atOnce;
    private boolean closed;
    private Runnable leave = () -> {};
    private @Nullable Thread asking;

    /** @param healed what there is to do once the memory answers again; called on a thread of its own */
    public Recovery(Memory memory, Runnable healed, InstantSource clock) {
        this(memory, healed, clock, FIRST, LONGEST);
    }

    /** @param first how long to wait before the first question; it doubles up to {@code longest} */
    Recovery(Memory memory, Runnable healed, InstantSource clock, Duration first, Duration longest) {
        this.memory = memory;
        this.healed = healed;
        this.clock = clock;
        this.first = first;
        this.longest = longest;
    }

    /** Begins to follow the health of the account the memory belongs to, which may live longer. Called once. */
    public void follow(MemoryAccount account) {
        lock.lock();
        try {
            leave = account.onHealth(this::told);
        } finally {
            lock.unlock();
        }
        told(account.health());
    }

    /** Asks at once instead of at the end of the pause; does nothing while the memory answers. */
    public void tryNow() {
        lock.lock();
        try {
            atOnce = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void told(Health now) {
        lock.lock();
        try {
            health = now;
            switch (now.state()) {
                case UNTRIED -> {}
                case CONNECTED, SLOW -> {
                    if (lost && !closed) {
                        Thread.ofVirtual().name("recovered").start(healed);
                    }
                    lost = false;
                    woken.signalAll();
                }
                case OFFLINE, THROTTLED -> {
                    lost = true;
                    ask();
                }
                // Whoever signs in wrongly again and again is locked out; the agent has to do something first.
                case SIGNED_OUT -> lost = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void ask() {
        if (asking == null && !closed) {
            atOnce = false;
            asking = Thread.ofVirtual().name("recovery").start(this::askUntilItAnswers);
        }
    }

    private void askUntilItAnswers() {
        Duration pause = first;
        while (isLostAfter(pause)) {
            try {
                var _ = memory.store();
            } catch (MemoryFailure e) {
                LOG.debug("The memory does not answer yet", e);
            }
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(longest) > 0 ? longest : pause;
        }
    }

    /** Waits, and tells whether there still is something to ask for. */
    private boolean isLostAfter(Duration pause) {
        lock.lock();
        try {
            long left = Math.max(spread(pause), untilAllowed());
            while (mustAsk() && !atOnce && left > 0) {
                left = woken.awaitNanos(left);
            }
            atOnce = false;
            if (!mustAsk()) {
                asking = null;
            }
            return mustAsk();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            asking = null;
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean mustAsk() {
        return lost && !closed && health.state() != Health.State.SIGNED_OUT;
    }

    /** Between half of it and all, so that desks that lost the memory together do not come back together. */
    private static long spread(Duration pause) {
        long nanos = pause.toNanos();
        return nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1);
    }

    private long untilAllowed() {
        Instant until = health.until();
        return until == null ? 0 : Duration.between(clock.instant(), until).toNanos();
    }

    /** Asks no more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            leave.run();
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
