package dev.recalldesk.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The outbox for a process that has no memory at hand: it puts notes in and has them hurried, and whoever has the memory
 * brings them there. Thread-safe; every method touches the disk and throws {@link DeskStoreFailure}.
 */
public final class SharedOutbox {
    private final DeskStore store;
    private final InstantSource clock;

    public SharedOutbox(DeskStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Takes the note over; it is on the disk when this returns, and waits for nobody to take it back. */
    public Note save(String storeId, NewNote wanted) {
        return new OutboxTable(store, storeId).insert(wanted, clock.instant(), clock.instant());
    }

    /** The stores that notes wait for. */
    public List<String> stores() {
        return store.read(db -> db.createQuery("SELECT DISTINCT store_id FROM outbox ORDER BY store_id")
                .mapTo(String.class)
                .list());
    }

    /** What is not in the memory of this store yet, oldest first. */
    public List<Note> notes(String storeId) {
        return new OutboxTable(store, storeId).all();
    }

    /** Asks whoever has the memory of this store to try now what waits for a repetition. */
    public void hurry(String storeId) {
        new OutboxTable(store, storeId)
                .hurry(clock.instant(), Pace.of(Duration.ZERO).settle());
    }
}
