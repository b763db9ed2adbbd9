package dev.recalldesk.desk;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who had a number when the memory was last asked, kept in the desk's file for processes that cannot ask the memory
 * themselves. Thread-safe.
 */
public final class KnownNumbers {
    private static final Logger LOG = LoggerFactory.getLogger(KnownNumbers.class);
    private final DeskStore store;
    private final String storeId;
    private final ReentrantLock lock = new ReentrantLock();

    /** @param storeId the memory store the customers belong to; numbers of other stores are not seen */
    public KnownNumbers(DeskStore store, String storeId) {
        this.store = store;
        this.storeId = storeId;
    }

    /**
     * A customer as far as the file knows them.
     *
     * @param name {@code null} when the memory has none
     */
    public record Known(String profileId, @Nullable String name) {}

    /** Keeps from now on what the cache learns and forgets, behind its back, so that nobody waits for the disk. */
    public void follow(ProfileCache cache, Executor workers) {
        cache.onChange(e164 -> {
            try {
                workers.execute(() -> keep(e164, cache));
            } catch (RejectedExecutionException e) {
                // the desk is closing and waits for what is under way, of which this is the last
                keep(e164, cache);
            }
        });
    }

    /**
     * Whose number it is, as far as this desk was told.
     *
     * @throws DeskStoreFailure when the file cannot be read
     */
    public Optional<Known> find(String e164) {
        return known("e164", e164);
    }

    /**
     * The customer with this id, if one of their numbers is known.
     *
     * @throws DeskStoreFailure when the file cannot be read
     */
    public Optional<Known> customer(String profileId) {
        return known("profile_id", profileId);
    }

    private Optional<Known> known(String column, String value) {
        return store.read(db -> db.createQuery(
                        "SELECT * FROM known_numbers WHERE store_id = :store AND <column> = :value LIMIT 1")
                .define("column", column)
                .bind("store", storeId)
                .bind("value", value)
                .map((row, _) -> new Known(row.getString("profile_id"), row.getString("name")))
                .findOne());
    }

    /** Writes what the cache knows by then: changes that overtake each other end with the newest all the same. */
    private void keep(String e164, ProfileCache cache) {
        lock.lock();
        try {
            cache.find(e164).ifPresentOrElse(customer -> put(e164, customer), () -> forget(e164));
        } catch (DeskStoreFailure e) {
            LOG.warn("The desk's file did not take whose number it is", e);
        } finally {
            lock.unlock();
        }
    }

    private void put(String e164, Customer customer) {
        store.change(db -> db.createUpdate("""
                        INSERT INTO known_numbers VALUES (:store, :number, :profile, :name)
                        ON CONFLICT DO UPDATE SET profile_id = excluded.profile_id, name = excluded.name
                          WHERE profile_id <> excluded.profile_id OR name IS NOT excluded.name""")
                .bind("store", storeId)
                .bind("number", e164)
                .bind("profile", customer.profileId())
                .bind("name", customer.name().orElse(null))
                .execute());
    }

    private void forget(String e164) {
        store.change(db -> db.createUpdate("DELETE FROM known_numbers WHERE store_id = :store AND e164 = :number")
                .bind("store", storeId)
                .bind("number", e164)
                .execute());
    }
}
