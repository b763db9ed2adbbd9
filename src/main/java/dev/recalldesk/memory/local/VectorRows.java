package dev.recalldesk.memory.local;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The vectors of the texts, and which texts wait for theirs. Triggers put every new or changed text in the queue in the very
 * transaction that writes it, so a crash at any moment forgets none; see {@link Schema}.
 */
final class VectorRows {
    /** A text that waits for its vector. */
    record Waiting(String id, String content) {}

    private VectorRows() {}

    /** Lets what another model made be made again. */
    static void requeueOthers(Handle handle, String model) {
        handle.execute("INSERT OR IGNORE INTO unembedded (text_id) SELECT text_id FROM vector WHERE model <> ?", model);
    }

    /** The newest first, for those are asked for first. */
    static List<Waiting> waiting(Handle handle, int limit) {
        return handle.select("""
                        SELECT w.text_id, COALESCE(o.content, s.content, '') AS content
                          FROM unembedded w LEFT JOIN observation o ON o.id = w.text_id
                               LEFT JOIN summary s ON s.id = w.text_id
                         ORDER BY w.sequence DESC LIMIT ?
                        """, limit)
                .map((row, context) -> new Waiting(row.getString("text_id"), row.getString("content")))
                .list();
    }

    static int waitingCount(Handle handle) {
        return handle.select("SELECT COUNT(*) FROM unembedded")
                .mapTo(Integer.class)
                .one();
    }

    /** Keeps a vector, unless its text was corrected or deleted while it was made. */
    static void keep(Handle handle, Waiting text, String model, byte[] vector) {
        int kept = handle.execute("""
                INSERT OR REPLACE INTO vector (text_id, model, value)
                SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM observation WHERE id = ? AND content = ?)
                                  OR EXISTS (SELECT 1 FROM summary WHERE id = ? AND content = ?)
                """, text.id(), model, vector, text.id(), text.content(), text.id(), text.content());
        if (kept > 0) {
            handle.execute("DELETE FROM unembedded WHERE text_id = ?", text.id());
            boolean summary = text.id().startsWith("mem_summary_");
            Changes.append(handle, summary ? Changes.Kind.SUMMARY : Changes.Kind.OBSERVATION, text.id());
        }
    }
}
