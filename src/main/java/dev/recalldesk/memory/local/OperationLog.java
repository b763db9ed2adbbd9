package dev.recalldesk.memory.local;

import dev.recalldesk.memory.local.Operation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the last days, kept beside the stores they concern and outliving the program. Thread-safe; every method
 * blocks and throws {@link dev.recalldesk.memory.MemoryFailure}.
 */
public final class OperationLog {
    /** How long an operation can be asked for after it ended. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final String CUT_OFF = "The program ended before this was done.";
    private static final int INTERNAL = 20500;
    private static final RowMapper<Operation> OPERATION = (row, context) -> new Operation(
            row.getString("id"),
            Instant.ofEpochMilli(row.getLong("created_at")),
            outcome(
                    Instant.ofEpochMilli(row.getLong("ended_at")),
                    row.getString("resource_id"),
                    row.getString("resource_path"),
                    row.getInt("error_code"),
                    row.getString("error_title"),
                    row.getString("error_detail")));
    private final LocalAccount account;

    public OperationLog(LocalAccount account) {
        this.account = account;
    }

    private static Outcome outcome(
            Instant at,
            @Nullable String resourceId,
            @Nullable String resourcePath,
            int code,
            @Nullable String title,
            @Nullable String detail) {
        if (resourceId != null) {
            return new Outcome.Completed(at, resourceId, resourcePath);
        }
        return title == null || detail == null ? new Outcome.Running() : new Outcome.Failed(at, code, title, detail);
    }

    /** Notes that something has begun. */
    public String begin() {
        String id = Ids.operation();
        long now = account.clock().millis();
        account.database().writeQuietly(handle -> insert(handle, id, now));
        return id;
    }

    /** Notes something that is done already. */
    public String done(String resourceId, @Nullable String resourcePath) {
        String id = Ids.operation();
        long now = account.clock().millis();
        account.database().writeQuietly(handle -> {
            insert(handle, id, now);
            complete(handle, id, now, resourceId, resourcePath);
        });
        return id;
    }

    /** Notes that what was begun is done; parameters as in {@link Outcome.Completed}. */
    public void complete(String id, String resourceId, @Nullable String resourcePath) {
        long now = account.clock().millis();
        account.database().writeQuietly(handle -> complete(handle, id, now, resourceId, resourcePath));
    }

    /** Notes that what was begun has failed; parameters as in {@link Outcome.Failed}. */
    public void fail(String id, int code, String title, String detail) {
        long now = account.clock().millis();
        account.database()
                .writeQuietly(handle -> handle.execute(
                        "UPDATE operation SET ended_at = ?, error_code = ?, error_title = ?, error_detail = ?"
                                + " WHERE id = ?",
                        now,
                        code,
                        title,
                        detail,
                        id));
    }

    /** Notes that what was under way when the program ended will never be done. */
    public void failInterrupted() {
        long now = account.clock().millis();
        account.database()
                .writeQuietly(handle -> handle.execute(
                        "UPDATE operation SET ended_at = ?, error_code = ?, error_title = ?, error_detail = ?"
                                + " WHERE ended_at IS NULL",
                        now,
                        INTERNAL,
                        "Interrupted",
                        CUT_OFF));
    }

    /** The operation, as long as it is kept. */
    public Optional<Operation> find(String id) {
        long oldest = oldest(account.clock().millis());
        return account.database()
                .read(handle -> handle.select(
                                "SELECT * FROM operation WHERE id = ? AND (ended_at IS NULL OR ended_at >= ?)",
                                id,
                                oldest)
                        .map(OPERATION)
                        .findOne());
    }

    private static void insert(Handle handle, String id, long now) {
        handle.execute("DELETE FROM operation WHERE ended_at < ?", oldest(now));
        handle.execute("INSERT INTO operation (id, created_at) VALUES (?, ?)", id, now);
    }

    private static void complete(Handle handle, String id, long now, String resourceId, @Nullable String resourcePath) {
        handle.execute(
                "UPDATE operation SET ended_at = ?, resource_id = ?, resource_path = ? WHERE id = ?",
                now,
                resourceId,
                resourcePath,
                id);
    }

    private static long oldest(long now) {
        return now - KEPT.toMillis();
    }
}
