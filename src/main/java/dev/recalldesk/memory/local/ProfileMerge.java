package dev.recalldesk.memory.local;

import dev.recalldesk.memory.IdentitySettings;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Makes one customer of several, within one transaction of the caller's. */
final class ProfileMerge {
    private final Handle handle;
    private final IdentitySettings settings;

    ProfileMerge(Handle handle, IdentitySettings settings) {
        this.handle = handle;
        this.settings = settings;
    }

    /**
     * Moves everything about these customers to the earliest of them and leads their ids there.
     *
     * @param profileIds canonical ids of one store, at least two
     * @return the id that stays
     */
    String merge(Collection<String> profileIds) {
        String canonical = ProfileRows.earliest(handle, profileIds);
        for (String id : profileIds) {
            if (!id.equals(canonical)) {
                texts("observation", Changes.Kind.OBSERVATION, id, canonical);
                texts("summary", Changes.Kind.SUMMARY, id, canonical);
                traits(id, canonical);
                identifiers(id, canonical);
                ProfileRows.becomes(handle, id, canonical);
            }
        }
        settings.identifierConfigs().forEach(type -> IdentifierRows.limit(handle, canonical, type));
        return canonical;
    }

    /** The index learns of every text by itself, so that nothing of a customer with many is indexed for nothing. */
    private void texts(String table, Changes.Kind kind, String from, String to) {
        handle.execute(
                "INSERT INTO change (kind, item_id) SELECT ?, id FROM " + table + " WHERE profile_id = ?",
                kind.name(),
                from);
        handle.execute("UPDATE " + table + " SET profile_id = ? WHERE profile_id = ?", to, from);
    }

    /** Of two values for one trait the newer stays. */
    private void traits(String from, String to) {
        handle.execute("""
                INSERT INTO trait (profile_id, group_name, name, value, changed_at)
                SELECT ?, group_name, name, value, changed_at FROM trait WHERE profile_id = ?
                ON CONFLICT (profile_id, group_name, name)
                DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at
                 WHERE excluded.changed_at > changed_at
                """, to, from);
    }

    /** The order in which values were added stays; of one that both had, the earlier counts. */
    private void identifiers(String from, String to) {
        handle.execute("""
                DELETE FROM identifier WHERE profile_id IN (?, ?) AND EXISTS (
                  SELECT 1 FROM identifier o
                   WHERE o.profile_id IN (?, ?) AND o.id_type = identifier.id_type AND o.value = identifier.value
                     AND o.sequence < identifier.sequence)
                """, from, to, from, to);
        handle.execute("UPDATE identifier SET profile_id = ? WHERE profile_id = ?", to, from);
    }
}
