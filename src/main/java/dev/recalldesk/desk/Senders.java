package dev.recalldesk.desk;

import dev.recalldesk.memory.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which desks bring notes into which stores, told to other processes through the desk's file: one that cannot reach the
 * memory itself knows by it whether a running desk will. Thread-safe; every method touches the disk and throws
 * {@link DeskStoreFailure}.
 */
public final class Senders {
    private final DeskStore store;
    private final OutboxOwner owner = new OutboxOwner();

    public Senders(DeskStore store) {
        this.store = store;
    }

    /**
     * A store this computer has worked with.
     *
     * @param running whether a desk that is running now brings notes into it
     */
    public record Sender(String storeId, String storeName, boolean running) {}

    /** Says that this process brings notes into the store, until {@link #withdraw} or its end. */
    public void announce(Store served, Instant now) {
        store.change(db -> db.createUpdate("INSERT OR REPLACE INTO senders VALUES (:store, :name, :owner, :now)")
                .bind("store", served.id())
                .bind("name", served.displayName())
                .bind("owner", owner.name())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Says that this process brings no more notes into the store, which is remembered. */
    public void withdraw(String storeId) {
        store.change(db -> db.createUpdate("UPDATE senders SET owner = NULL WHERE store_id = :store AND owner = :owner")
                .bind("store", storeId)
                .bind("owner", owner.name())
                .execute());
    }

    /** Those with a running desk first, then the one announced last. */
    public List<Sender> all() {
        List<Sender> known = store.read(db -> db.createQuery("SELECT * FROM senders ORDER BY since DESC")
                .map((row, _) -> new Sender(
                        row.getString("store_id"),
                        row.getString("store_name"),
                        Optional.ofNullable(row.getString("owner"))
                                .filter(OutboxOwner::isAlive)
                                .isPresent()))
                .list());
        return known.stream()
                .sorted((one, other) -> Boolean.compare(other.running(), one.running()))
                .toList();
    }
}
