package dev.recalldesk.notes;

import dev.recalldesk.desk.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of all notes in one line: the worst there is, and how many are in it.
 *
 * @param count how many; 0 when {@code worst} says that there is nothing to say
 */
public record OutboxState(Worst worst, int count) {
    /** From the one that needs a person to the one that is done. */
    public enum Worst {
        NEEDS_YOU(Note.State.NEEDS_YOU),
        PARKED(Note.State.PARKED),
        SENDING(Note.State.SENDING),
        SAVED_HERE(Note.State.SAVED_HERE),
        ACCEPTED(Note.State.ACCEPTED),
        ALL_IN_MEMORY(Note.State.IN_MEMORY),
        /** No note at all. */
        EMPTY(null);

        private final Note.@Nullable State state;

        Worst(Note.@Nullable State state) {
            this.state = state;
        }
    }

    public static final OutboxState EMPTY = new OutboxState(Worst.EMPTY, 0);

    static OutboxState of(List<Note> notes) {
        for (Worst worst : Worst.values()) {
            int count = (int)
                    notes.stream().filter(note -> note.state() == worst.state).count();
            if (count > 0) {
                return new OutboxState(worst, count);
            }
        }
        return EMPTY;
    }
}
