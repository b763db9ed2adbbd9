package dev.recalldesk.desk;

import dev.recalldesk.desk.Note.State;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one note into the memory. Used by one thread at a time.
 *
 * <p>A memory has no idempotency key. So a note that may have been sent before is looked for in the customer's list, and
 * sent only if it is not there.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int PAGE = 50;
    /** A memory's clock may be behind the desk's. */
    private static final Duration CLOCK_SLACK = Duration.ofDays(1);

    private final Memory memory;
    private final OutboxTable table;
    private final OutboxNews news;
    private final Pace pace;
    private final InstantSource clock;

    Delivery(Memory memory, OutboxTable table, OutboxNews news, Pace pace, InstantSource clock) {
        this.memory = memory;
        this.table = table;
        this.news = news;
        this.pace = pace;
        this.clock = clock;
    }

    /** Takes the next note that is due one step further; {@code false} when none is due. */
    boolean next() {
        Optional<OutboxTable.Job> claimed = claim();
        claimed.ifPresent(this::deliver);
        return claimed.isPresent();
    }

    private Optional<OutboxTable.Job> claim() {
        OutboxTable.@Nullable Job[] claimed = new OutboxTable.@Nullable Job[1];
        Optional<Note> _ = news.change(() -> {
            Optional<OutboxTable.Job> job = table.claim(clock.instant(), pace.settle());
            claimed[0] = job.orElse(null);
            return job.filter(taken -> taken.note().state() == State.SAVED_HERE)
                    .flatMap(taken -> table.find(taken.note().id()));
        });
        return Optional.ofNullable(claimed[0]);
    }

    private void deliver(OutboxTable.Job job) {
        String id = job.note().id();
        boolean accepted = job.note().state() == State.ACCEPTED;
        int attempts = job.attempts();
        try {
            boolean seen = (accepted || job.maybeSent()) && isInMemory(job);
            if (!seen && !accepted) {
                memory.addObservations(job.profileId(), List.of(observation(job.note())));
                accepted = true;
                attempts = 0;
                changed(id, () -> table.accepted(id, clock.instant()));
                seen = isInMemory(job);
            }
            if (seen) {
                landed(id);
            } else if (job.note().state() == State.ACCEPTED && isOverdue(job.note())) {
                changed(id, () -> table.refused(id, NoteTrouble.NEVER_SEEN, clock.instant()));
            } else {
                later(id, Duration.ZERO, attempts + 1);
            }
        } catch (MemoryFailure failure) {
            // where nothing was sent, there is nothing to wait for
            Duration least = accepted || !failure.mayHaveHappened() ? Duration.ZERO : pace.settle();
            int tried = attempts + 1;
            NoteTrouble.of(failure)
                    .ifPresentOrElse(
                            trouble -> changed(id, () -> table.refused(id, trouble, clock.instant())),
                            () -> later(id, least, tried));
        } catch (DeskStoreFailure failure) {
            throw failure;
        } catch (RuntimeException bug) {
            LOG.error("The memory failed in an unexpected way while it took a note", bug);
            changed(id, () -> table.refused(id, NoteTrouble.UNKNOWN, clock.instant()));
        }
    }

    private void later(String id, Duration least, int attempts) {
        Duration wait = pace.pause(attempts, ThreadLocalRandom.current().nextDouble(0.05, 1));
        table.later(id, clock.instant().plus(least.compareTo(wait) > 0 ? least : wait), attempts);
    }

    private boolean isOverdue(Note note) {
        return Duration.between(note.stateSince(), clock.instant()).compareTo(pace.giveUp()) > 0;
    }

    private void landed(String id) {
        Optional<Note> _ = news.change(() -> {
            Optional<Note> note = table.find(id);
            table.delete(id);
            return note.map(last -> last.in(State.IN_MEMORY, clock.instant()));
        });
    }

    private void changed(String id, Runnable change) {
        Optional<Note> _ = news.change(() -> {
            change.run();
            return table.find(id);
        });
    }

    private boolean isInMemory(OutboxTable.Job job) {
        Note note = job.note();
        Instant since = note.occurredAt().minus(CLOCK_SLACK);
        ObservationFilter filter = new ObservationFilter(note.source(), since, null, null);
        @Nullable PageRequest next = PageRequest.first(PAGE);
        while (next != null) {
            Page<Observation> page = memory.observations(job.profileId(), filter, next);
            if (page.items().stream().anyMatch(one -> isSame(one, note))) {
                return true;
            }
            next = page.nextToken() == null ? null : next.after(page.nextToken());
        }
        return false;
    }

    private static boolean isSame(Observation observation, Note note) {
        return observation.source().equals(note.source())
                && isSameTime(observation.occurredAt(), note.occurredAt())
                && observation.content().equals(note.content());
    }

    /** There are memories that keep whole seconds only. */
    private static boolean isSameTime(Instant kept, Instant given) {
        return kept.equals(given) || kept.equals(given.truncatedTo(ChronoUnit.SECONDS));
    }

    private static NewObservation observation(Note note) {
        String conversation = note.conversationId();
        return new NewObservation(
                note.content(),
                note.source(),
                note.occurredAt(),
                conversation == null ? List.of() : List.of(conversation));
    }
}
