package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The stores in the database. */
final class StoreRows {
    private static final int MAX_STORES = 15;
    private static final RowMapper<Store> STORE = (row, context) -> new Store(
            row.getString("id"),
            row.getString("display_name"),
            row.getString("description"),
            Store.Status.valueOf(row.getString("status")),
            row.getInt("version"));

    private StoreRows() {}

    static List<Store> all(Handle handle) {
        return handle.select("SELECT * FROM store ORDER BY created_at DESC, id DESC")
                .map(STORE)
                .list();
    }

    static Store get(Handle handle, String storeId) {
        return handle.select("SELECT * FROM store WHERE id = ?", storeId)
                .map(STORE)
                .findOne()
                .orElseThrow(() -> new MemoryFailure.NotFound("There is no such store."));
    }

    static Optional<Store> named(Handle handle, String name) {
        return handle.select("SELECT * FROM store WHERE display_name = ?", name)
                .map(STORE)
                .findOne();
    }

    /** Adds a store with the trait group and the identity settings every store is born with. */
    static Store create(Handle handle, String name, String description, long now) {
        return create(handle, name, description, Store.Status.ACTIVE, now);
    }

    static Store create(Handle handle, String name, String description, Store.Status status, long now) {
        Checks.storeName(name);
        Checks.storeDescription(description);
        if (named(handle, name).isPresent()) {
            throw new MemoryFailure.Conflict("There is already a store named " + name + ".");
        }
        int count =
                handle.select("SELECT COUNT(*) FROM store").mapTo(Integer.class).one();
        if (count >= MAX_STORES) {
            throw new MemoryFailure.Conflict("There can be at most " + MAX_STORES + " stores.");
        }
        Store store = new Store(Ids.store(), name, description, status, 1);
        handle.execute(
                "INSERT INTO store (id, display_name, description, status, version, created_at, last_tick)"
                        + " VALUES (?, ?, ?, ?, 1, ?, 0)",
                store.id(),
                name,
                description,
                status.name(),
                now);
        IdentityRows.replace(handle, store.id(), IdentitySettings.DEFAULT, Set.of());
        GroupRows.insert(handle, store.id(), ContactGroup.BORN);
        return store;
    }

    static Store update(Handle handle, String storeId, String name, String description) {
        Store old = get(handle, storeId);
        Checks.storeName(name);
        Checks.storeDescription(description);
        if (named(handle, name).filter(other -> !other.id().equals(storeId)).isPresent()) {
            throw new MemoryFailure.Conflict("There is already a store named " + name + ".");
        }
        Store changed = new Store(storeId, name, description, old.status(), old.version() + 1);
        handle.execute(
                "UPDATE store SET display_name = ?, description = ?, version = ? WHERE id = ?",
                name,
                description,
                changed.version(),
                storeId);
        return changed;
    }

    static void become(Handle handle, String storeId, Store.Status status) {
        handle.execute("UPDATE store SET status = ? WHERE id = ?", status.name(), storeId);
    }

    static void delete(Handle handle, String storeId) {
        get(handle, storeId);
        handle.execute("DELETE FROM store WHERE id = ?", storeId);
        Changes.append(handle, Changes.Kind.STORE, storeId);
    }

    /**
     * The present moment, but later than every one given before in this store, so that "newest first" has one meaning even
     * when two things are written within a millisecond or the clock is set back.
     */
    static long tick(Handle handle, String storeId, long now) {
        handle.execute("UPDATE store SET last_tick = MAX(last_tick + 1, ?) WHERE id = ?", now, storeId);
        return handle.select("SELECT last_tick FROM store WHERE id = ?", storeId)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new MemoryFailure.NotFound("There is no such store."));
    }
}
