package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.RecallRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Observations and their earlier states in the database. */
final class ObservationRows {
    private static final int MAX_PAGE = 50;
    static final RowMapper<Observation> OBSERVATION = (row, context) -> new Observation(
            row.getString("id"),
            row.getString("content"),
            row.getString("source"),
            Instant.ofEpochMilli(row.getLong("occurred_at")),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("updated_at")),
            Conversations.split(row.getString("conversation_ids")));

    /** A state an observation had; the present one has the highest number. */
    private record State(long number, Observation observation) {}

    private ObservationRows() {}

    static String insert(Handle handle, ProfileRows.Owner owner, NewObservation item, long createdAt, long updatedAt) {
        String id = Ids.observation();
        handle.execute(
                "INSERT INTO observation (id, profile_id, content, source, occurred_at, created_at, updated_at,"
                        + " conversation_ids) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                owner.profileId(),
                item.content(),
                item.source(),
                item.occurredAt().toEpochMilli(),
                createdAt,
                updatedAt,
                Conversations.join(item.conversationIds()));
        return id;
    }

    static Observation get(Handle handle, ProfileRows.Owner owner, String id) {
        return handle.select("SELECT * FROM observation WHERE id = ? AND profile_id = ?", id, owner.profileId())
                .map(OBSERVATION)
                .findOne()
                .orElseThrow(() -> new MemoryFailure.NotFound("There is no such observation."));
    }

    static Page<Observation> page(
            Handle handle, ProfileRows.Owner owner, ObservationFilter filter, PageRequest request) {
        PageTokens place = PageTokens.read(request, MAX_PAGE, "observations", owner, filter);
        String where = "SELECT * FROM observation WHERE profile_id = :profile"
                + (filter.source() == null ? "" : " AND source = :source")
                + (filter.createdAfter() == null ? "" : " AND created_at >= :after")
                + (filter.createdBefore() == null ? "" : " AND created_at < :before")
                + (filter.conversationId() == null
                        ? ""
                        : " AND instr(' ' || conversation_ids || ' ', ' ' || :conversation || ' ') > 0");
        List<Observation> rows = handle.createQuery(where + place.sql("created_at", "id"))
                .bind("profile", owner.profileId())
                .bind("source", filter.source())
                .bind("after", Millis.ceiling(filter.createdAfter()))
                .bind("before", Millis.ceiling(filter.createdBefore()))
                .bind("conversation", filter.conversationId())
                .bind("afterTime", place.afterTime())
                .bind("afterKey", place.afterKey())
                .map(OBSERVATION)
                .list();
        return place.page(rows, row -> row.createdAt().toEpochMilli(), Observation::id);
    }

    static void correct(Handle handle, ProfileRows.Owner owner, String id, ObservationPatch patch, long now) {
        Observation old = get(handle, owner, id);
        NewObservation state = new NewObservation(
                Objects.requireNonNullElse(patch.content(), old.content()),
                Objects.requireNonNullElse(patch.source(), old.source()),
                Objects.requireNonNullElse(patch.occurredAt(), old.occurredAt()),
                Objects.requireNonNullElse(patch.conversationIds(), old.conversationIds()));
        Checks.observation("observation", state);
        long number = handle.select("SELECT COUNT(*) FROM revision WHERE observation_id = ?", id)
                        .mapTo(Long.class)
                        .one()
                + 1;
        insertRevision(handle, number, old);
        handle.execute(
                "UPDATE observation SET content = ?, source = ?, occurred_at = ?, updated_at = ?, conversation_ids = ?"
                        + " WHERE id = ?",
                state.content(),
                state.source(),
                state.occurredAt().toEpochMilli(),
                now,
                Conversations.join(state.conversationIds()),
                id);
        Changes.append(handle, Changes.Kind.OBSERVATION, id);
    }

    static void insertRevision(Handle handle, long number, Observation state) {
        handle.execute(
                "INSERT INTO revision (observation_id, number, content, source, occurred_at, updated_at,"
                        + " conversation_ids) VALUES (?, ?, ?, ?, ?, ?, ?)",
                state.id(),
                number,
                state.content(),
                state.source(),
                state.occurredAt().toEpochMilli(),
                state.updatedAt().toEpochMilli(),
                Conversations.join(state.conversationIds()));
    }

    static Page<Observation> revisions(Handle handle, ProfileRows.Owner owner, String id, PageRequest request) {
        get(handle, owner, id);
        PageTokens place = PageTokens.read(request, MAX_PAGE, "revisions", owner, id);
        List<State> rows = handle.createQuery("""
                        SELECT * FROM (
                          SELECT o.id, r.number, r.content, r.source, r.occurred_at, o.created_at, r.updated_at,
                                 r.conversation_ids
                            FROM revision r JOIN observation o ON o.id = r.observation_id WHERE o.id = :id
                          UNION ALL
                          SELECT id, (SELECT COUNT(*) FROM revision WHERE observation_id = :id) + 1, content, source,
                                 occurred_at, created_at, updated_at, conversation_ids
                            FROM observation WHERE id = :id)
                        WHERE 1 = 1""" + place.sql("number", "id"))
                .bind("id", id)
                .bind("afterTime", place.afterTime())
                .bind("afterKey", place.afterKey())
                .map((row, context) -> new State(row.getLong("number"), OBSERVATION.map(row, context)))
                .list();
        return place.page(rows, State::number, state -> state.observation().id())
                .map(State::observation);
    }

    static List<Observation> withIds(Handle handle, Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT * FROM observation WHERE id IN (<ids>)")
                        .bindList("ids", List.copyOf(ids))
                        .map(OBSERVATION)
                        .list();
    }

    /** The latest to occur within the bounds of the request. */
    static List<Observation> recent(Handle handle, String profileId, RecallRequest request) {
        return handle.createQuery("SELECT * FROM observation WHERE profile_id = :profile"
                        + (request.begin() == null ? "" : " AND occurred_at >= :begin")
                        + (request.end() == null ? "" : " AND occurred_at < :end")
                        + " ORDER BY occurred_at DESC, id DESC LIMIT :limit")
                .bind("profile", profileId)
                .bind("begin", Millis.ceiling(request.begin()))
                .bind("end", Millis.ceiling(request.end()))
                .bind("limit", request.observations())
                .map(OBSERVATION)
                .list();
    }

    /** The states before the present one, the latest first. */
    static List<Observation> oldStates(Handle handle, Observation present) {
        return handle.select("SELECT * FROM revision WHERE observation_id = ? ORDER BY number DESC", present.id())
                .map((row, context) -> new Observation(
                        present.id(),
                        row.getString("content"),
                        row.getString("source"),
                        Instant.ofEpochMilli(row.getLong("occurred_at")),
                        present.createdAt(),
                        Instant.ofEpochMilli(row.getLong("updated_at")),
                        Conversations.split(row.getString("conversation_ids"))))
                .list();
    }

    static void delete(Handle handle, ProfileRows.Owner owner, String id) {
        get(handle, owner, id);
        handle.execute("DELETE FROM observation WHERE id = ?", id);
        Changes.append(handle, Changes.Kind.OBSERVATION, id);
    }
}
