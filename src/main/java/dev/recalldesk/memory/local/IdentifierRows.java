package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.MemoryFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The identifiers of customers in the database, always in their normalised spelling. */
final class IdentifierRows {
    static final int MAX_VALUES = 100;
    private static final int MAX_FOUND = 100;

    private IdentifierRows() {}

    static List<Identifier> of(Handle handle, String profileId) {
        Map<String, List<String>> byType = new TreeMap<>();
        handle.select("SELECT id_type, value FROM identifier WHERE profile_id = ? ORDER BY sequence", profileId)
                .map((row, context) -> Map.entry(row.getString("id_type"), row.getString("value")))
                .forEach(entry -> byType.computeIfAbsent(entry.getKey(), type -> new ArrayList<>())
                        .add(entry.getValue()));
        return byType.entrySet().stream()
                .map(entry -> new Identifier(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Adds a value; one that is there stays in its place. The oldest makes room when there are too many. */
    static void add(Handle handle, String storeId, String profileId, String idType, String value) {
        handle.execute(
                "INSERT OR IGNORE INTO identifier (store_id, profile_id, id_type, value) VALUES (?, ?, ?, ?)",
                storeId,
                profileId,
                idType,
                value);
        handle.execute(
                "DELETE FROM identifier WHERE profile_id = ? AND id_type = ? AND sequence NOT IN (SELECT sequence"
                        + " FROM identifier WHERE profile_id = ? AND id_type = ? ORDER BY sequence DESC LIMIT ?)",
                profileId,
                idType,
                profileId,
                idType,
                MAX_VALUES);
    }

    static void replace(Handle handle, String storeId, String profileId, String idType, String old, String value) {
        int removed = handle.execute(
                "DELETE FROM identifier WHERE profile_id = ? AND id_type = ? AND value = ?", profileId, idType, old);
        if (removed == 0) {
            throw new MemoryFailure.NotFound("The customer has no such identifier.");
        }
        add(handle, storeId, profileId, idType, value);
    }

    static void remove(Handle handle, String profileId, String idType) {
        handle.execute("DELETE FROM identifier WHERE profile_id = ? AND id_type = ?", profileId, idType);
    }

    /** Who has the value, the earliest customer first. */
    static List<String> find(Handle handle, String storeId, String idType, String value) {
        return handle.select(
                        "SELECT p.id FROM identifier i JOIN profile p ON p.id = i.profile_id"
                                + " WHERE i.store_id = ? AND i.id_type = ? AND i.value = ?"
                                + " ORDER BY p.created_at, p.id LIMIT ?",
                        storeId,
                        idType,
                        value,
                        MAX_FOUND)
                .mapTo(String.class)
                .list();
    }
}
