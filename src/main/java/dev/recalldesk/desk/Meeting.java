package dev.recalldesk.desk;

import dev.recalldesk.desk.Encounter.Timing;
import dev.recalldesk.telephony.CallEvent.Direction;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One encounter as it changes. Every change is published while the lock is held, so listeners see snapshots in order.
 * Thread-safe.
 *
 * <p>Two tickets keep late answers out: a new identity ticket drops answers about who it was thought to be before, a new
 * wave ticket drops older answers about the same customer.
 */
final class Meeting {
    final Direction direction;
    /** Several people may press the button, or one twice: creating goes one at a time. */
    final ReentrantLock creating = new ReentrantLock();
    /** The call log keeps the newest snapshot because only one thread at a time reads and writes it. */
    final ReentrantLock logging = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable CallPhases phases;
    private final LongSupplier nanos;
    private final Consumer<Encounter> publish;
    /** Read without the lock, so that whoever looks through all meetings never waits for one. */
    private volatile Encounter now;

    private long askedAt;
    private long identityTicket;
    private long waveTicket;
    private boolean announced;
    private boolean gone;

    Meeting(
            Encounter first,
            Direction direction,
            @Nullable CallPhases phases,
            long arrivedAt,
            LongSupplier nanos,
            Consumer<Encounter> publish) {
        this.now = first;
        this.direction = direction;
        this.phases = phases;
        this.askedAt = arrivedAt;
        this.nanos = nanos;
        this.publish = publish;
    }

    Encounter now() {
        return now;
    }

    @Nullable
    CallPhases phases() {
        return phases;
    }

    /** Starts a new answer to "who is it", measured from now unless this is the first. */
    long newIdentity(boolean measureAnew, UnaryOperator<Encounter> change) {
        lock.lock();
        try {
            waveTicket++;
            identityTicket++;
            if (measureAnew) {
                askedAt = nanos.getAsLong();
            }
            boolean _ = apply(e -> change.apply(measureAnew ? e.withTiming(Timing.NONE) : e));
            return identityTicket;
        } finally {
            lock.unlock();
        }
    }

    /** Starts a new wave of questions about the customer; nothing when the identity has changed since. */
    OptionalLong newWave(long identity) {
        lock.lock();
        try {
            return identity == identityTicket ? OptionalLong.of(++waveTicket) : OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The present answer to "who is it", for questions that go with it. */
    long identityTicket() {
        lock.lock();
        try {
            return identityTicket;
        } finally {
            lock.unlock();
        }
    }

    /** Publishes the change; without one, or once it is gone, nothing happens. */
    void change(UnaryOperator<Encounter> change) {
        lock.lock();
        try {
            boolean _ = apply(change);
        } finally {
            lock.unlock();
        }
    }

    boolean changeIdentity(long ticket, UnaryOperator<Encounter> change) {
        lock.lock();
        try {
            return ticket == identityTicket && apply(change);
        } finally {
            lock.unlock();
        }
    }

    /** Like {@link #changeIdentity}, and drops the answers about the customer that are still on their way. */
    boolean supersede(long ticket, UnaryOperator<Encounter> change) {
        lock.lock();
        try {
            if (ticket != identityTicket) {
                return false;
            }
            waveTicket++;
            return apply(change);
        } finally {
            lock.unlock();
        }
    }

    void changePart(long wave, UnaryOperator<Encounter> change) {
        lock.lock();
        try {
            if (wave == waveTicket) {
                boolean _ = apply(change);
            }
        } finally {
            lock.unlock();
        }
    }

    void timedLookup(long ticket, Duration took) {
        boolean _ = changeIdentity(
                ticket,
                e -> e.withTiming(new Timing(e.timing().toName(), e.timing().toPanel(), took)));
    }

    /** Nothing is published any more. */
    void leave() {
        lock.lock();
        try {
            gone = true;
        } finally {
            lock.unlock();
        }
    }

    private boolean apply(UnaryOperator<Encounter> change) {
        if (gone) {
            return false;
        }
        Encounter next = timed(change.apply(now));
        if (!announced || !next.equals(now)) {
            announced = true;
            now = next;
            publish.accept(next);
        }
        return true;
    }

    private Encounter timed(Encounter e) {
        Timing timing = e.timing();
        boolean named = !(e.identity() instanceof Identity.Searching || e.identity() instanceof Identity.Unanswered);
        Duration waited = Duration.ofNanos(nanos.getAsLong() - askedAt);
        @Nullable Duration toName = timing.toName() == null && named ? waited : timing.toName();
        // A panel that was asked for on a guess is not the caller's before it is clear who that is.
        boolean complete = toName != null && e.panel().settled();
        @Nullable Duration toPanel = timing.toPanel() == null && complete ? waited : timing.toPanel();
        return e.withTiming(new Timing(toName, toPanel, timing.lookup()));
    }
}
