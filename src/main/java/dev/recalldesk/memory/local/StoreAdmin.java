package dev.recalldesk.memory.local;

import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What only the wire asks of the stores of this machine: changes that hold only while nobody else changed the same
 * thing. Thread-safe; every method blocks and throws {@link MemoryFailure}.
 */
public final class StoreAdmin {
    private final LocalAccount account;

    public StoreAdmin(LocalAccount account) {
        this.account = account;
    }

    /**
     * Makes a store that cannot be used yet: {@code QUEUED}, until it is activated or has failed.
     *
     * @param displayName as in {@link dev.recalldesk.memory.MemoryAccount#createStore}, like the description
     * @throws MemoryFailure.Invalid when the name is not legal
     * @throws MemoryFailure.Conflict when the name is taken, or when there are as many stores as there can be
     */
    public Store acceptStore(String displayName, String description) {
        return account.database()
                .write(handle -> StoreRows.create(
                        handle,
                        displayName,
                        description,
                        Store.Status.QUEUED,
                        account.clock().millis()));
    }

    /** Gives a store the trait groups it is to have besides {@code Contact} and opens it for use. */
    public void activateStore(String storeId, List<TraitGroup> groups) {
        Store _ = account.database().write(handle -> {
            StoreRows.get(handle, storeId);
            groups.forEach(group -> GroupRows.insert(handle, storeId, group));
            StoreRows.become(handle, storeId, Store.Status.ACTIVE);
            return StoreRows.get(handle, storeId);
        });
    }

    /** Notes that a store will never be of use; what is left to do with it is to delete it. */
    public void failStore(String storeId) {
        account.database().writeQuietly(handle -> StoreRows.become(handle, storeId, Store.Status.FAILED));
    }

    /** Notes the same of stores that were being made when the program ended. */
    public void failInterrupted() {
        account.database()
                .writeQuietly(handle -> handle.execute(
                        "UPDATE store SET status = 'FAILED' WHERE status IN ('QUEUED', 'PROVISIONING')"));
    }

    /**
     * Changes a store's name or description; {@code null} leaves a part as it is.
     *
     * @param version the version the store must have, or {@code null} for any
     * @return whether the store had that version and was changed
     * @throws MemoryFailure.NotFound when there is no such store
     * @throws MemoryFailure.Conflict when the name is taken
     */
    public boolean updateStore(
            String storeId, @Nullable Integer version, @Nullable String displayName, @Nullable String description) {
        return account.database().write(handle -> {
            Store store = StoreRows.get(handle, storeId);
            if (version != null && version != store.version()) {
                return false;
            }
            String name = Objects.requireNonNullElse(displayName, store.displayName());
            String text = Objects.requireNonNullElse(description, store.description());
            Store _ = StoreRows.update(handle, storeId, name, text);
            return true;
        });
    }

    /**
     * Changes a trait group as {@link dev.recalldesk.memory.Memory#updateTraitGroup} does, and its description.
     *
     * @param version the version the group must have, or {@code null} for any
     * @param description {@code null} leaves it as it is
     * @return whether the group had that version and was changed
     */
    public boolean updateTraitGroup(
            String storeId,
            String name,
            @Nullable Integer version,
            @Nullable String description,
            Map<String, @Nullable TraitDefinition> changes) {
        return account.database().write(handle -> {
            StoreRows.get(handle, storeId);
            TraitGroup group = GroupRows.require(handle, storeId, name);
            if (version != null && version != group.version()) {
                return false;
            }
            new GroupChange(handle, storeId, account.identifiers()).update(name, description, changes);
            return true;
        });
    }

    /**
     * Changes identity settings as {@link dev.recalldesk.memory.Memory#updateIdentitySettings} does.
     *
     * @param version the version they must have, or {@code null} for any
     * @return whether they had that version and were changed
     */
    public boolean updateIdentitySettings(String storeId, @Nullable Integer version, IdentitySettings settings) {
        return account.database().write(handle -> {
            StoreRows.get(handle, storeId);
            if (version != null && version != IdentityRows.get(handle, storeId).version()) {
                return false;
            }
            new IdentityChange(handle, storeId, account.identifiers()).replace(settings);
            return true;
        });
    }
}
