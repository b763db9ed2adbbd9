package dev.recalldesk.desk;

import dev.recalldesk.memory.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which desks bring notes into which stores, told to other processes through the desk's file: one that cannot reach the
 * memory itself knows by it whether a running desk will. Thread-safe; every method touches the disk and throws
 * {@link DeskStoreFailure}.
 */
public final class Senders {
    /** What the memory on this computer is called; any other is called by its scheme and host. */
    public static final String LOCAL = "local";

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
    public record Sender(String memory, String storeId, String storeName, boolean running) {}

    /**
     * Says that this process brings notes into the store, until {@link #withdraw} or its end.
     *
     * @param memory {@link #LOCAL}, or scheme and host
     */
    public void announce(String memory, Store served, Instant now) {
        keep(memory, served, now, "owner = :owner, since = :now", owner.name());
    }

    /** Remembers a store that was worked with for a moment; who brings notes into it stays as it is. */
    public void remember(String memory, Store used, Instant now) {
        keep(memory, used, now, "since = :now", null);
    }

    private void keep(String memory, Store used, Instant now, String changes, @Nullable String sender) {
        store.change(db -> db.createUpdate("""
                        INSERT INTO senders (memory, store_id, store_name, owner, since)
                          VALUES (:memory, :store, :name, :owner, :now)
                        ON CONFLICT DO UPDATE SET memory = :memory, store_name = :name, <changes>""")
                .define("changes", changes)
                .bind("memory", memory)
                .bind("store", used.id())
                .bind("name", used.displayName())
                .bind("owner", sender)
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
                        row.getString("memory"),
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
