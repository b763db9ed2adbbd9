package dev.recalldesk.memory;

import java.util.List;
import java.util.function.Consumer;

/**
 * All memory stores one set of credentials can reach. Every method blocks, so it is called from a worker thread; all are
 * thread-safe and throw {@link MemoryFailure}.
 */
public interface MemoryAccount extends AutoCloseable {
    /** The stores of this account, newest first. At most 15 exist. */
    List<Store> stores();

    /**
     * Creates a store and returns it once it can be used.
     *
     * @param displayName 1 to 64 letters, digits or hyphens, unique within the account
     * @param description at most 128 characters, may be empty
     * @throws MemoryFailure.Invalid when the name is not legal
     * @throws MemoryFailure.Conflict when the name is taken
     */
    Store createStore(String displayName, String description);

    /**
     * Changes a store's name and description and returns it as it is then.
     *
     * @param displayName as in {@link #createStore}; may be the present one
     * @param description as in {@link #createStore}
     * @throws MemoryFailure.NotFound when there is no such store
     * @throws MemoryFailure.Invalid when the name is not legal
     * @throws MemoryFailure.Conflict when another store has the name
     */
    Store updateStore(String storeId, String displayName, String description);

    /**
     * Deletes a store with everything in it, for good.
     *
     * @throws MemoryFailure.NotFound when there is no such store
     */
    void deleteStore(String storeId);

    /**
     * One store as it is now.
     *
     * @throws MemoryFailure.NotFound when there is no such store
     */
    default Store store(String storeId) {
        return open(storeId).store();
    }

    /**
     * Opens one store for work. The handle lives as long as the account; it needs no closing.
     *
     * @throws MemoryFailure.NotFound when there is no such store; what is asked of one that was seen and is gone since fails so
     */
    Memory open(String storeId);

    /** How well the memory can be reached now. Does not block. */
    default Health health() {
        return Health.HERE;
    }

    /**
     * Tells every change of the health, in order, for as long as the account is open and the listener wants to hear it.
     *
     * @param listener called from whatever thread asked the memory; must return quickly
     * @return lets go of the listener, which otherwise lives as long as the account; from any thread
     */
    default Runnable onHealth(Consumer<Health> listener) {
        return () -> {};
    }

    /** Releases files and connections. Later calls fail with {@link MemoryFailure.Unreachable}. */
    @Override
    void close();
}
