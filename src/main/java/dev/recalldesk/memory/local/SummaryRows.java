package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.SummaryPatch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Conversation summaries in the database. */
final class SummaryRows {
    private static final int MAX_PAGE = 50;
    static final RowMapper<Summary> SUMMARY = (row, context) -> new Summary(
            row.getString("id"),
            row.getString("conversation_id"),
            row.getString("content"),
            row.getString("source"),
            Instant.ofEpochMilli(row.getLong("occurred_at")),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("updated_at")));

    private SummaryRows() {}

    static String insert(Handle handle, ProfileRows.Owner owner, NewSummary item, long createdAt, long updatedAt) {
        String id = Ids.summary();
        handle.execute(
                "INSERT INTO summary (id, profile_id, conversation_id, content, source, occurred_at, created_at,"
                        + " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                owner.profileId(),
                item.conversationId(),
                item.content(),
                item.source(),
                item.occurredAt().toEpochMilli(),
                createdAt,
                updatedAt);
        return id;
    }

    static Summary get(Handle handle, ProfileRows.Owner owner, String id) {
        return handle.select("SELECT * FROM summary WHERE id = ? AND profile_id = ?", id, owner.profileId())
                .map(SUMMARY)
                .findOne()
                .orElseThrow(() -> new MemoryFailure.NotFound("There is no such summary."));
    }

    static Page<Summary> page(
            Handle handle, ProfileRows.Owner owner, @Nullable String conversationId, PageRequest request) {
        PageTokens place = PageTokens.read(request, MAX_PAGE, "summaries", owner, conversationId);
        List<Summary> rows = handle.createQuery("SELECT * FROM summary WHERE profile_id = :profile"
                        + (conversationId == null ? "" : " AND conversation_id = :conversation")
                        + place.sql("created_at", "id"))
                .bind("profile", owner.profileId())
                .bind("conversation", conversationId)
                .bind("afterTime", place.afterTime())
                .bind("afterKey", place.afterKey())
                .map(SUMMARY)
                .list();
        return place.page(rows, row -> row.createdAt().toEpochMilli(), Summary::id);
    }

    static void correct(Handle handle, ProfileRows.Owner owner, String id, SummaryPatch patch, long now) {
        Summary old = get(handle, owner, id);
        NewSummary state = new NewSummary(
                Objects.requireNonNullElse(patch.conversationId(), old.conversationId()),
                Objects.requireNonNullElse(patch.content(), old.content()),
                patch.source() == null ? old.source() : patch.source(),
                Objects.requireNonNullElse(patch.occurredAt(), old.occurredAt()));
        Checks.summary("summary", state);
        handle.execute(
                "UPDATE summary SET conversation_id = ?, content = ?, source = ?, occurred_at = ?, updated_at = ?"
                        + " WHERE id = ?",
                state.conversationId(),
                state.content(),
                state.source(),
                state.occurredAt().toEpochMilli(),
                now,
                id);
        Changes.append(handle, Changes.Kind.SUMMARY, id);
    }

    static List<Summary> withIds(Handle handle, Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT * FROM summary WHERE id IN (<ids>)")
                        .bindList("ids", List.copyOf(ids))
                        .map(SUMMARY)
                        .list();
    }

    /** The latest to occur within the bounds of the request. */
    static List<Summary> recent(Handle handle, String profileId, RecallRequest request) {
        return handle.createQuery("SELECT * FROM summary WHERE profile_id = :profile"
                        + (request.begin() == null ? "" : " AND occurred_at >= :begin")
                        + (request.end() == null ? "" : " AND occurred_at < :end")
                        + " ORDER BY occurred_at DESC, id DESC LIMIT :limit")
                .bind("profile", profileId)
                .bind("begin", Millis.ceiling(request.begin()))
                .bind("end", Millis.ceiling(request.end()))
                .bind("limit", request.summaries())
                .map(SUMMARY)
                .list();
    }

    static void delete(Handle handle, ProfileRows.Owner owner, String id) {
        get(handle, owner, id);
        handle.execute("DELETE FROM summary WHERE id = ?", id);
        Changes.append(handle, Changes.Kind.SUMMARY, id);
    }
}
