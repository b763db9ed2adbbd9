package dev.recalldesk.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notes that are not saved yet, one an encounter, so that a crash costs nothing that was typed before the last pause.
 * Thread-safe; every method touches the disk and throws {@link DeskStoreFailure}.
 */
public final class Drafts {
    private final DeskStore store;

    public Drafts(DeskStore store) {
        this.store = store;
    }

    /** Keeps the text; it is on the disk when this returns. A blank text is forgotten instead. */
    public void save(String encounterKey, String text) {
        if (text.isBlank()) {
            forget(encounterKey);
            return;
        }
        store.change(db -> db.createUpdate(
                        "INSERT INTO drafts VALUES (:key, :text) ON CONFLICT DO UPDATE SET content = excluded.content")
                .bind("key", encounterKey)
                .bind("text", text)
                .execute());
    }

    public Optional<String> find(String encounterKey) {
        return store.read(db -> db.createQuery("SELECT content FROM drafts WHERE encounter_key = :key")
                .bind("key", encounterKey)
                .mapTo(String.class)
                .findOne());
    }

    public void forget(String encounterKey) {
        store.change(db -> db.createUpdate("DELETE FROM drafts WHERE encounter_key = :key")
                .bind("key", encounterKey)
                .execute());
    }

    /** Every draft by the key of its encounter. */
    public Map<String, String> all() {
        return store.read(db -> {
            Map<String, String> drafts = new LinkedHashMap<>();
            db.createQuery("SELECT encounter_key, content FROM drafts ORDER BY encounter_key")
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(draft -> drafts.put(draft.getKey(), draft.getValue()));
            return drafts;
        });
    }
}
