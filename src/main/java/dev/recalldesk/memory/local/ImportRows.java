package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.archive.TraitJson;
import dev.recalldesk.memory.local.ProfileImport.Column;
import dev.recalldesk.memory.local.ProfileImport.Progress;
import dev.recalldesk.memory.local.ProfileImport.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import tools.jackson.core.type.TypeReference;

/** Imports in the database. */
final class ImportRows {
    private static final int MAX_PAGE = 100;
    private static final RowMapper<ProfileImport> IMPORT = (row, context) -> new ProfileImport(
            row.getString("id"),
            row.getString("store_id"),
            row.getString("filename"),
            row.getInt("file_size"),
            TraitJson.MAPPER.readValue(row.getString("columns"), new TypeReference<List<Column>>() {}),
            row.getBoolean("received"),
            Status.valueOf(row.getString("status")),
            new Progress(row.getInt("rows"), row.getInt("errors"), row.getInt("warnings")),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("updated_at")));

    /** An import by its age, as lists are ordered. */
    private record Aged(String id, long createdAt) {}

    private ImportRows() {}

    static String insert(
            Handle handle, String storeId, String filename, int fileSize, List<Column> columns, byte[] key, long now) {
        String id = Ids.profileImport();
        handle.execute(
                "INSERT INTO profile_import (id, store_id, filename, file_size, columns, upload_key, received, status,"
                        + " rows, errors, warnings, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, 'PENDING', 0, 0, 0, ?, ?)",
                id,
                storeId,
                filename,
                fileSize,
                TraitJson.MAPPER.writeValueAsString(columns),
                key,
                now,
                now);
        return id;
    }

    static Optional<ProfileImport> find(Handle handle, String id) {
        return handle.select("SELECT * FROM profile_import WHERE id = ?", id)
                .map(IMPORT)
                .findOne();
    }

    static Optional<byte[]> uploadKey(Handle handle, String id) {
        return handle.select("SELECT upload_key FROM profile_import WHERE id = ?", id)
                .map((row, context) -> row.getBytes("upload_key"))
                .findOne();
    }

    static Page<String> page(Handle handle, String storeId, PageRequest request) {
        PageTokens place = PageTokens.read(request, MAX_PAGE, "imports", storeId);
        List<Aged> rows = handle.createQuery("SELECT id, created_at FROM profile_import WHERE store_id = :store"
                        + place.sql("created_at", "id"))
                .bind("store", storeId)
                .bind("afterTime", place.afterTime())
                .bind("afterKey", place.afterKey())
                .map((row, context) -> new Aged(row.getString("id"), row.getLong("created_at")))
                .list();
        return place.page(rows, Aged::createdAt, Aged::id).map(Aged::id);
    }

    /** What is here and not done with, the oldest first. */
    static List<String> unfinished(Handle handle) {
        return handle.createQuery("SELECT id FROM profile_import WHERE received = 1"
                        + " AND status IN ('PENDING', 'PROCESSING') ORDER BY created_at, id")
                .mapTo(String.class)
                .list();
    }

    static void receive(Handle handle, String id, int fileSize, long now) {
        handle.execute(
                "UPDATE profile_import SET received = 1, file_size = ?, updated_at = ? WHERE id = ?",
                fileSize,
                now,
                id);
    }

    static void fail(Handle handle, String id, long now) {
        handle.execute(
                "UPDATE profile_import SET status = 'FAILED', errors = errors + 1, updated_at = ? WHERE id = ?",
                now,
                id);
    }

    static void advance(Handle handle, String id, Status status, Progress progress, long now) {
        handle.execute(
                "UPDATE profile_import SET status = ?, rows = ?, errors = ?, warnings = ?, updated_at = ?"
                        + " WHERE id = ?",
                status.name(),
                progress.rows(),
                progress.errors(),
                progress.warnings(),
                now,
                id);
    }
}
