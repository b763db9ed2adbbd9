package dev.recalldesk;

import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.Outbox;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits, no longer than it is told, for what becomes of notes in an outbox. For one thread. */
final class OutboxWatch {
    private final BlockingQueue<Note> told = new LinkedBlockingQueue<>();

    /** Listens from now on. */
    OutboxWatch(Outbox outbox) {
        outbox.onChange(told::add);
    }

    /** The note as it is once it has arrived or was refused, or as far as it came by then. */
    Note outcome(Note saved, Duration patience) throws InterruptedException {
        Note[] last = {saved};
        boolean _ = until(
                note -> {
                    if (note.id().equals(saved.id())) {
                        last[0] = note;
                    }
                    return isSettled(last[0]);
                },
                patience);
        return last[0];
    }

    /** Waits until nothing more happens in the outbox by itself. */
    void settle(Outbox outbox, Duration patience) throws InterruptedException {
        if (!isSettled(outbox)) {
            boolean _ = until(note -> isSettled(outbox), patience);
        }
    }

    private static boolean isSettled(Outbox outbox) {
        return outbox.notes().stream().allMatch(OutboxWatch::isSettled);
    }

    /** Whether it came true of one of the notes that were told. */
    private boolean until(Predicate<Note> condition, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        @Nullable Note note = next(end);
        while (note != null) {
            if (condition.test(note)) {
                return true;
            }
            note = next(end);
        }
        return false;
    }

    private @Nullable Note next(long end) throws InterruptedException {
        return told.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** Whether nothing more happens to it by itself. */
    static boolean isSettled(Note note) {
        return switch (note.state()) {
            case IN_MEMORY, NEEDS_YOU, PARKED -> true;
            case SAVED_HERE, SENDING, ACCEPTED -> false;
        };
    }
}
