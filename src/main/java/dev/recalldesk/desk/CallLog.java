package dev.recalldesk.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are over. Thread-safe; every method but {@link #onChange} touches the disk and throws
 * {@link DeskStoreFailure}.
 */
public final class CallLog {
    /** What became of a call. */
    public enum Outcome {
        ANSWERED,
        MISSED,
        OUTGOING
    }

    /**
     * One call.
     *
     * @param key of the encounter it was
     * @param number as people read it; empty when withheld
     * @param e164 {@code null} when withheld or not a phone number
     * @param name of the customer; {@code null} while nobody is known
     */
    public record Entry(
            String key,
            Outcome outcome,
            String number,
            @Nullable String e164,
            @Nullable String name,
            @Nullable String profileId,
            Instant startedAt,
            Instant endedAt) {}

    private final DeskStore store;
    private final String storeId;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param storeId the memory store the customers belong to; calls taken for other stores are not seen */
    public CallLog(DeskStore store, String storeId) {
        this.store = store;
        this.storeId = storeId;
    }

    /** Called after every change, from the thread that made it; must return quickly. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Writes a call down, or anew when it is there already: who it was may become clear later. */
    public void record(Encounter call, Outcome outcome) {
        @Nullable Customer customer = call.customer().orElse(null);
        store.change(db -> db.createUpdate("""
                        INSERT INTO call_log VALUES
                          (:store, :key, :outcome, :number, :e164, :name, :profile, :started, :ended)
                        ON CONFLICT DO UPDATE SET outcome = excluded.outcome, ended_at = excluded.ended_at,
                          name = coalesce(excluded.name, name), profile_id = coalesce(excluded.profile_id, profile_id)""")
                .bind("store", storeId)
                .bind("key", call.key())
                .bind("outcome", outcome.name())
                .bind("number", call.caller().number())
                .bind("e164", call.caller().e164())
                .bind("name", customer == null ? null : customer.name().orElse(null))
                .bind("profile", customer == null ? null : customer.profileId())
                .bind("started", call.startedAt().toEpochMilli())
                .bind("ended", call.phaseSince().toEpochMilli())
                .execute());
        listeners.forEach(Runnable::run);
    }

    /** Puts a name to the calls of a number that nobody was known for. */
    public void resolve(String e164, Customer customer) {
        int named = store.write(db -> db.createUpdate("""
                        UPDATE call_log SET name = :name, profile_id = :profile
                        WHERE store_id = :store AND e164 = :e164
                          AND (profile_id IS NULL OR (profile_id = :profile AND name IS NOT :name))""")
                .bind("store", storeId)
                .bind("e164", e164)
                .bind("name", customer.name().orElse(null))
                .bind("profile", customer.profileId())
                .execute());
        if (named > 0) {
            listeners.forEach(Runnable::run);
        }
    }

    /** The newest calls, newest first. */
    public List<Entry> recent(int limit) {
        return store.read(db -> db.createQuery(
                        "SELECT * FROM call_log WHERE store_id = :store ORDER BY started_at DESC, rowid DESC LIMIT :limit")
                .bind("store", storeId)
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("encounter_key"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("number"),
                row.getString("e164"),
                row.getString("name"),
                row.getString("profile_id"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Instant.ofEpochMilli(row.getLong("ended_at")));
    }
}
