package dev.recalldesk.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notes of one store that are not saved yet, one an encounter, so that a crash costs nothing that was typed before the last pause.
 * Thread-safe; every method touches the disk and throws {@link DeskStoreFailure}.
 */
public final class Drafts {
    private final DeskStore store;
    private final String storeId;

    /**
     * Takes over what a desk of before wrote, which knew no stores.
     *
     * @param storeId the memory store the customers belong to; drafts of other stores are not seen
     */
    public Drafts(DeskStore store, String storeId) {
        this.store = store;
        this.storeId = storeId;
        store.change(db -> db.createUpdate("UPDATE OR IGNORE drafts SET store_id = :store WHERE store_id = ''")
                .bind("store", storeId)
                .execute());
    }

    /** Keeps the text; it is on the disk when this returns. A blank text is forgotten instead. */
    public void save(String encounterKey, String text) {
        if (text.isBlank()) {
            forget(encounterKey);
            return;
        }
        store.change(db -> db.createUpdate(
                        "INSERT INTO drafts VALUES (:store, :key, :text) ON CONFLICT DO UPDATE SET content = excluded.content")
                .bind("store", storeId)
                .bind("key", encounterKey)
                .bind("text", text)
                .execute());
    }

    public Optional<String> find(String encounterKey) {
        return store.read(
                db -> db.createQuery("SELECT content FROM drafts WHERE store_id = :store AND encounter_key = :key")
                        .bind("store", storeId)
                        .bind("key", encounterKey)
                        .mapTo(String.class)
                        .findOne());
    }

    public void forget(String encounterKey) {
        store.change(db -> db.createUpdate("DELETE FROM drafts WHERE store_id = :store AND encounter_key = :key")
                .bind("store", storeId)
                .bind("key", encounterKey)
                .execute());
    }

    /** Every draft by the key of its encounter. */
    public Map<String, String> all() {
        return store.read(db -> {
            Map<String, String> drafts = new LinkedHashMap<>();
            db.createQuery("SELECT encounter_key, content FROM drafts WHERE store_id = :store ORDER BY encounter_key")
                    .bind("store", storeId)
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(draft -> drafts.put(draft.getKey(), draft.getValue()));
            return drafts;
        });
    }
}
