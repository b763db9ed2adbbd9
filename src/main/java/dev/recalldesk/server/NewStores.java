package dev.recalldesk.server;

import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.local.StoreAdmin;
import java.util.List;

/** Makes stores in two steps: first accepted, which may be refused, then filled with what they are born with. */
final class NewStores {
    private final MemoryAccount account;
    private final StoreAdmin admin;

    NewStores(MemoryAccount account, StoreAdmin admin) {
        this.account = account;
        this.admin = admin;
    }

    /** Takes the name; the store cannot be used yet. A name that is taken is told from too many stores. */
    Store accept(String name, String description) {
        try {
            return admin.acceptStore(name, description);
        } catch (MemoryFailure.Conflict e) {
            boolean taken = account.stores().stream()
                    .anyMatch(store -> store.displayName().equals(name));
            throw new Problem(
                    409, taken ? Problem.STORE_NAME_TAKEN : Problem.STORE_LIMIT, String.valueOf(e.getMessage()));
        }
    }

    /** Opens the store for use, or marks it as failed for good. */
    void fill(Store store, List<TraitGroup> groups) {
        try {
            admin.activateStore(store.id(), groups);
        } catch (MemoryFailure e) {
            admin.failStore(store.id());
            throw e;
        }
    }
}
