package dev.recalldesk.desk;

import dev.recalldesk.desk.Note.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** A note as it stands in a row of the outbox. */
final class NoteRow {
    private NoteRow() {}

    /** @param due when the row first wants attention */
    static void insert(Handle db, String storeId, Note note, Instant due) {
        db.createUpdate("""
                        INSERT INTO outbox (id, store_id, encounter_key, profile_id, customer_name, content, source,
                          occurred_at, conversation_id, state, state_since, due_at)
                        VALUES (:id, :store, :key, :profile, :name, :content, :source, :occurred, :conversation, :state,
                          :since, :due)""")
                .bind("id", note.id())
                .bind("store", storeId)
                .bind("key", note.encounterKey())
                .bind("profile", note.profileId())
                .bind("name", note.customerName())
                .bind("content", note.content())
                .bind("source", note.source())
                .bind("occurred", note.occurredAt().toEpochMilli())
                .bind("conversation", note.conversationId())
                .bind("state", note.state().name())
                .bind("since", note.stateSince().toEpochMilli())
                .bind("due", due.toEpochMilli())
                .execute();
    }

    static Note read(ResultSet row) throws SQLException {
        return new Note(
                row.getString("id"),
                row.getString("encounter_key"),
                row.getString("profile_id"),
                row.getString("customer_name"),
                row.getString("content"),
                row.getString("source"),
                Instant.ofEpochMilli(row.getLong("occurred_at")),
                row.getString("conversation_id"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("state_since")));
    }
}
