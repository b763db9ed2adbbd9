package dev.recalldesk.desk;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.recalldesk.desk.Note.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of the outbox. Thread-safe, also against other processes; throws {@link DeskStoreFailure}. */
final class OutboxTable {
    private final DeskStore store;
    private final String storeId;
    private final OutboxOwner owner = new OutboxOwner();

    OutboxTable(DeskStore store, String storeId) {
        this.store = store;
        this.storeId = storeId;
    }

    /**
     * A row somebody is working on.
     *
     * @param maybeSent an earlier sending was interrupted, and nobody knows whether it got through
     * @param attempts how often this state was tried before
     */
    record Job(Note note, String profileId, boolean maybeSent, int attempts) {}

    Note insert(NewNote wanted, Instant now, Instant due) {
        State state = wanted.profileId() == null ? State.PARKED : State.SAVED_HERE;
        return store.write(db -> {
            Instant occurredAt = nextInstant(db, now);
            Note note = new Note(
                    UlidCreator.getMonotonicUlid().toString(),
                    wanted.encounterKey(),
                    wanted.profileId(),
                    wanted.customerName(),
                    wanted.content(),
                    wanted.source(),
                    occurredAt,
                    wanted.conversationId(),
                    state,
                    null,
                    Instant.ofEpochMilli(now.toEpochMilli()));
            NoteRow.insert(db, storeId, note, due);
            return note;
        });
    }

    /** Outlives the rows and goes on when the computer's clock is set back. */
    private static Instant nextInstant(Handle db, Instant now) {
        return Instant.ofEpochMilli(db.createQuery("UPDATE outbox_clock SET last = max(last + 1, :now) RETURNING last")
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    static Map<String, Integer> waiting(DeskStore store) {
        return store.read(db -> db
                .createQuery("SELECT store_id, count(*) AS waiting FROM outbox GROUP BY store_id")
                .map((row, _) -> Map.entry(row.getString("store_id"), row.getInt("waiting")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    List<Note> all() {
        return store.read(db -> db.createQuery("SELECT * FROM outbox WHERE store_id = :store ORDER BY occurred_at")
                .bind("store", storeId)
                .map((row, _) -> NoteRow.read(row))
                .list());
    }

    Optional<Note> find(String id) {
        return store.read(db -> db.createQuery("SELECT * FROM outbox WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> NoteRow.read(row))
                .findOne());
    }

    /** When the next row wants attention, whoever has it in hand. */
    Optional<Instant> nextDue() {
        return store.read(db -> db.createQuery("SELECT min(due_at) FROM outbox WHERE store_id = :store AND state IN "
                                + "('SAVED_HERE', 'SENDING', 'ACCEPTED')")
                        .bind("store", storeId)
                        .mapTo(Long.class)
                        .findOne())
                .map(Instant::ofEpochMilli);
    }

    /**
     * Takes the row that has been due longest in hand. One to be sent counts as maybe sent from then on, and is not touched
     * again before the memory has settled should this process die.
     */
    Optional<Job> claim(Instant now, Duration settle) {
        return store.write(db -> {
            Optional<Job> free = db
                    .createQuery("SELECT * FROM outbox WHERE store_id = :store AND state IN "
                            + "('SAVED_HERE', 'SENDING', 'ACCEPTED') AND due_at <= :now ORDER BY due_at, occurred_at")
                    .bind("store", storeId)
                    .bind("now", now.toEpochMilli())
                    .map((row, _) -> isTaken(row) ? Optional.<Job>empty() : Optional.of(job(row)))
                    .list()
                    .stream()
                    .flatMap(Optional::stream)
                    .findFirst();
            free.ifPresent(job -> {
                String id = job.note().id();
                if (job.note().state() == State.ACCEPTED) {
                    db.createUpdate("UPDATE outbox SET owner = :owner WHERE id = :id")
                            .bind("owner", owner.name())
                            .bind("id", id)
                            .execute();
                } else {
                    db.createUpdate("""
                                    UPDATE outbox SET owner = :owner, state = 'SENDING', maybe_sent = 1, tried_at = :now,
                                      state_since = CASE state WHEN 'SENDING' THEN state_since ELSE :now END,
                                      due_at = :due WHERE id = :id""")
                            .bind("owner", owner.name())
                            .bind("now", now.toEpochMilli())
                            .bind("due", now.plus(settle).toEpochMilli())
                            .bind("id", id)
                            .execute();
                }
            });
            return free;
        });
    }

    private boolean isTaken(ResultSet row) throws SQLException {
        @Nullable String other = row.getString("owner");
        return other != null && owner.isTaken(other);
    }

    /** Notes that the memory took the row in hand. */
    void accepted(String id, Instant now) {
        store.change(db -> db.createUpdate(
                        "UPDATE outbox SET state = 'ACCEPTED', attempts = 0, state_since = :now, due_at = :now WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    /** Lets a row go and has it looked at again later. */
    void later(String id, Instant due, int attempts) {
        store.change(db -> db.createUpdate(
                        "UPDATE outbox SET owner = NULL, due_at = :due, attempts = :attempts WHERE id = :id")
                .bind("due", due.toEpochMilli())
                .bind("attempts", attempts)
                .bind("id", id)
                .execute());
    }

    /** Lets a row go until the agent has decided about it. */
    void refused(String id, NoteTrouble trouble, Instant now) {
        store.change(db -> db.createUpdate("""
                        UPDATE outbox SET owner = NULL, state = 'NEEDS_YOU', reason = :reason, state_since = :now
                        WHERE id = :id""")
                .bind("reason", trouble.name())
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    void delete(String id) {
        store.change(db -> db.createUpdate("DELETE FROM outbox WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Removes the row if it is in one of these states and was never handed to the memory, or that does not matter. */
    boolean remove(String id, List<State> states, boolean evenIfMaybeSent) {
        return store.write(db -> db.createUpdate("DELETE FROM outbox WHERE id = :id AND state IN (<states>)"
                                + (evenIfMaybeSent ? "" : " AND maybe_sent = 0"))
                        .bind("id", id)
                        .bindList("states", states.stream().map(State::name).toList())
                        .execute()
                > 0);
    }

    /** Gives a parked or refused note to this customer. */
    boolean assign(String id, String profileId, String name, Instant now, Instant due) {
        return store.write(db -> db.createUpdate("""
                                UPDATE outbox SET state = 'SAVED_HERE', reason = NULL, profile_id = :profile,
                                  customer_name = :name, maybe_sent = 0, attempts = 0, state_since = :now, due_at = :due
                                WHERE id = :id AND state IN ('PARKED', 'NEEDS_YOU')""")
                        .bind("id", id)
                        .bind("profile", profileId)
                        .bind("name", name)
                        .bind("now", now.toEpochMilli())
                        .bind("due", due.toEpochMilli())
                        .execute()
                > 0);
    }

    /** Lets a refused note go the whole way again. */
    boolean reopen(String id, Instant now) {
        return store.write(db -> db.createUpdate("""
                                UPDATE outbox SET state = 'SENDING', reason = NULL, attempts = 0, state_since = :now,
                                  due_at = :now WHERE id = :id AND state = 'NEEDS_YOU' AND profile_id IS NOT NULL""")
                        .bind("id", id)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0);
    }

    /** Cuts the waits between repetitions short, but neither the undo window nor the time a memory needs to settle. */
    void hurry(Instant now, Duration settle) {
        store.change(db -> db.createUpdate("""
                        UPDATE outbox SET due_at = min(due_at, max(:now, CASE state WHEN 'SENDING' THEN tried_at + :settle
                          ELSE 0 END)) WHERE store_id = :store AND state IN ('SENDING', 'ACCEPTED')""")
                .bind("store", storeId)
                .bind("now", now.toEpochMilli())
                .bind("settle", settle.toMillis())
                .execute());
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                NoteRow.read(row), row.getString("profile_id"), row.getBoolean("maybe_sent"), row.getInt("attempts"));
    }
}
