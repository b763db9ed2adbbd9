package dev.recalldesk.desk;

import java.util.Optional;

/**
 * Which customer the agent chose for a number that several share, so that the question is asked once. Thread-safe; every
 * method touches the disk and throws {@link DeskStoreFailure}.
 */
public final class NumberChoices {
    private final DeskStore store;
    private final String storeId;

    /** @param storeId the memory store the customers belong to; choices of other stores are not seen */
    public NumberChoices(DeskStore store, String storeId) {
        this.store = store;
        this.storeId = storeId;
    }

    /** Replaces what was chosen before. */
    public void remember(String e164, String profileId) {
        store.change(db -> db.createUpdate("INSERT INTO number_choices VALUES (:store, :number, :profile)"
                        + " ON CONFLICT DO UPDATE SET profile_id = excluded.profile_id")
                .bind("store", storeId)
                .bind("number", e164)
                .bind("profile", profileId)
                .execute());
    }

    public Optional<String> find(String e164) {
        return store.read(
                db -> db.createQuery("SELECT profile_id FROM number_choices WHERE store_id = :store AND e164 = :number")
                        .bind("store", storeId)
                        .bind("number", e164)
                        .mapTo(String.class)
                        .findOne());
    }

    public void forget(String e164) {
        store.change(db -> db.createUpdate("DELETE FROM number_choices WHERE store_id = :store AND e164 = :number")
                .bind("store", storeId)
                .bind("number", e164)
                .execute());
    }
}
