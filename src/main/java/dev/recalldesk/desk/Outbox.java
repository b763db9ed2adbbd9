package dev.recalldesk.desk;

import dev.recalldesk.desk.Note.State;
import dev.recalldesk.memory.Memory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings notes into the memory, each exactly once, whatever happens to the desk or the network meanwhile. Thread-safe.
 * Every method but the listeners' touches the disk, and throws {@link DeskStoreFailure} when that fails; none waits for the
 * memory. Several processes may work on the same file.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    /** How long what another process did in the file may go unnoticed. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(2);

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final DeskStore store;
    private final OutboxTable table;
    private final OutboxNews news = new OutboxNews();
    private final Delivery delivery;
    private final Pace pace;
    private volatile Duration undo;
    private final InstantSource clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean awake;
    private boolean closed;
    private @Nullable Thread sender;
    /** Of the sender alone, once it runs. */
    private long foreignChanges;

    /** @param storeId the store {@code memory} stands for; notes for other stores wait until theirs is open */
    public Outbox(DeskStore store, String storeId, Memory memory, Pace pace, InstantSource clock) {
        this.store = store;
        this.table = new OutboxTable(store, storeId);
        this.pace = pace;
        this.undo = pace.undo();
        this.clock = clock;
        this.delivery = new Delivery(memory, table, news, pace, clock);
        foreignChanges = store.foreignChanges();
        news.begin(table.all());
    }

    /**
     * How many notes of each store are not in its memory yet, by the id of the store; a store without any is missing. Those
     * of a store that is not open wait until it is. Touches the disk and throws {@link DeskStoreFailure}.
     */
    public static Map<String, Integer> waiting(DeskStore store) {
        return OutboxTable.waiting(store);
    }

    /** Begins to send, first of all what an earlier run left behind. Called once, after the listeners were added. */
    public void start() {
        lock.lock();
        try {
            sender = Thread.ofVirtual().name("outbox").start(this::send);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells every change of a note, in order; the last is {@link State#IN_MEMORY}, after which it is no longer listed.
     *
     * @param listener called from any thread; must return quickly
     */
    public void onChange(Consumer<Note> listener) {
        news.onChange(listener);
    }

    /** Tells the id of every note that was taken back or discarded; the listener is called as in {@link #onChange}. */
    public void onRemoved(Consumer<String> listener) {
        news.onRemoved(listener);
    }

    /** Takes the note over; it is on the disk when this returns. */
    public Note save(NewNote wanted) {
        Instant now = clock.instant();
        Optional<Note> saved = news.change(() -> Optional.of(table.insert(wanted, now, now.plus(undo))));
        wake();
        return saved.orElseThrow();
    }

    /** Changes how long the notes saved from now on can be taken back; zero or more. */
    public void undoFor(Duration time) {
        undo = time;
    }

    /** Takes a note back before it is sent and returns its text; nothing when it is too late. */
    public Optional<String> undo(String id) {
        Optional<String> text = table.find(id).map(Note::content);
        boolean undone = news.remove(id, () -> table.remove(id, List.of(State.SAVED_HERE, State.PARKED), false));
        return undone ? text : Optional.empty();
    }

    /** Says whose a parked or refused note is, after which it can be taken back again for a while. */
    public void assign(String id, String profileId, String customerName) {
        Instant now = clock.instant();
        changed(id, table.assign(id, profileId, customerName, now, now.plus(undo)));
    }

    /** Tries a note again that needed the agent. Does nothing in other states; see {@link #flush} for those. */
    public void retry(String id) {
        changed(id, table.reopen(id, clock.instant()));
    }

    /** Throws away a note that is parked or needs the agent; {@code false} in other states. */
    public boolean discard(String id) {
        return news.remove(id, () -> table.remove(id, List.of(State.PARKED, State.NEEDS_YOU), true));
    }

    /** Tries everything now that waits for a repetition, without waiting for the outcome. Undo windows stay as they are. */
    public void flush() {
        table.hurry(clock.instant(), pace.settle());
        wake();
    }

    /** What is not in the memory yet, oldest first. */
    public List<Note> notes() {
        return table.all();
    }

    private void changed(String id, boolean done) {
        if (done) {
            Optional<Note> _ = news.change(() -> table.find(id));
            wake();
        }
    }

    private void wake() {
        lock.lock();
        try {
            awake = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void send() {
        while (true) {
            Duration sleep;
            try {
                followOthers();
                while (!isClosed() && isDue() && delivery.next()) {
                    // until nothing is due any more
                }
                sleep = untilNextDue();
            } catch (DeskStoreFailure e) {
                LOG.error("The outbox cannot use its file for now", e);
                sleep = pace.longestRetry();
            } catch (RuntimeException bug) {
                // a sender that died of it would leave every later note behind, and nobody would know
                LOG.error("The outbox failed in an unexpected way and goes on", bug);
                sleep = pace.longestRetry();
            }
            if (!sleep(sleep)) {
                return;
            }
        }
    }

    /** Tells what other processes put into the outbox or did to what is in it. */
    private void followOthers() {
        long changes = store.foreignChanges();
        if (changes != foreignChanges) {
            foreignChanges = changes;
            news.catchUp(table::all);
        }
    }

    private boolean isDue() {
        return table.nextDue().filter(due -> !due.isAfter(clock.instant())).isPresent();
    }

    private Duration untilNextDue() {
        Instant now = clock.instant();
        return table.nextDue()
                .map(due -> Duration.between(now, due))
                .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
                // a row that is due and was not claimed is in another process's hands
                .map(wait -> wait.isPositive() ? wait : pace.firstRetry())
                .orElse(LONGEST_SLEEP);
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Returns {@code false} once there is nothing more to wake for. */
    private boolean sleep(Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!closed && !awake && left > 0) {
                left = woken.awaitNanos(left);
            }
            awake = false;
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Stops sending after the note in hand; what is left goes on with the next start. */
    @Override
    public void close() {
        @Nullable Thread running;
        lock.lock();
        try {
            closed = true;
            woken.signalAll();
            running = sender;
        } finally {
            lock.unlock();
        }
        if (running == null) {
            return;
        }
        try {
            // no interrupt: it would close the files of an embedded memory under its feet
            if (!running.join(CLOSING)) {
                LOG.warn("The outbox is still waiting for the memory; the note in hand goes on with the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
