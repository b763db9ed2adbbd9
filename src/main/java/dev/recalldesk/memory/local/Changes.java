package dev.recalldesk.memory.local;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was written and the index may not know yet, in the order it was written. */
final class Changes {
    /** What a change touched. The index then looks at the truth, so applying one twice does no harm. */
    enum Kind {
        OBSERVATION,
        SUMMARY,
        PROFILE,
        STORE
    }

    /** One change; {@code itemId} is the id of what {@code kind} says. */
    record Change(long sequence, Kind kind, String itemId) {}

    private Changes() {}

    static void append(Handle handle, Kind kind, String itemId) {
        handle.execute("INSERT INTO change (kind, item_id) VALUES (?, ?)", kind.name(), itemId);
    }

    static List<Change> after(Handle handle, long sequence, int limit) {
        return handle.select(
                        "SELECT sequence, kind, item_id FROM change WHERE sequence > ? ORDER BY sequence LIMIT ?",
                        sequence,
                        limit)
                .map((row, context) -> new Change(
                        row.getLong("sequence"), Kind.valueOf(row.getString("kind")), row.getString("item_id")))
                .list();
    }

    /** The last number ever given, also when its change was dropped since. */
    static long last(Handle handle) {
        return handle.select("SELECT seq FROM sqlite_sequence WHERE name = 'change'")
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Whether every change after {@code sequence} is still here to be replayed. */
    static boolean complete(Handle handle, long sequence) {
        long last = last(handle);
        long kept = handle.select("SELECT COUNT(*) FROM change WHERE sequence > ?", sequence)
                .mapTo(Long.class)
                .one();
        return sequence <= last && kept == last - sequence;
    }

    static void dropUntil(Handle handle, long sequence) {
        handle.execute("DELETE FROM change WHERE sequence <= ?", sequence);
    }
}
