package dev.recalldesk.connection;

import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a store, and looks for it where nobody could say whether it was made. */
public final class NewStore {
    private static final Logger LOG = LoggerFactory.getLogger(NewStore.class);

    private NewStore() {}

    /**
     * The store once it can be used. Blocks.
     *
     * @param name as {@link StoreName} allows it
     * @throws MemoryFailure when it was not made, or may have been and is not to be seen
     */
    public static Store make(MemoryAccount account, String name) {
        try {
            return account.createStore(name, "");
        } catch (MemoryFailure failure) {
            if (!failure.mayHaveHappened()) {
                throw failure;
            }
            LOG.warn("A store may have been made", failure);
            return seen(account, name).orElseThrow(() -> failure);
        }
    }

    /** A name is taken once in an account, so it is that store. */
    private static Optional<Store> seen(MemoryAccount account, String name) {
        try {
            return account.stores().stream()
                    .filter(one -> one.displayName().equals(name) && one.status() == Store.Status.ACTIVE)
                    .findFirst();
        } catch (MemoryFailure e) {
            LOG.warn("Whether the store is there could not be seen", e);
            return Optional.empty();
        }
    }
}
