package dev.recalldesk.notes;

import dev.recalldesk.desk.Note;
import dev.recalldesk.ui.Chip;
import org.kordamp.ikonli.feather.Feather;

/** How far a note came, as a pill. */
enum NotePill {
    SAVED_HERE(Feather.HARD_DRIVE, "neutral"),
    SENDING(Feather.ARROW_UP, "accent"),
    ACCEPTED(Feather.CLOCK, "accent"),
    IN_MEMORY(Feather.CHECK, "success"),
    NEEDS_YOU(Feather.ALERT_TRIANGLE, "danger"),
    PARKED(Feather.HARD_DRIVE, "neutral");

    private final Feather icon;
    private final String tint;

    NotePill(Feather icon, String tint) {
        this.icon = icon;
        this.tint = tint;
    }

    static Chip of(Note note) {
        NotePill pill = switch (note.state()) {
            case SAVED_HERE -> SAVED_HERE;
            case SENDING -> SENDING;
            case ACCEPTED -> ACCEPTED;
            case IN_MEMORY -> IN_MEMORY;
            case NEEDS_YOU -> NEEDS_YOU;
            case PARKED -> PARKED;
        };
        return Chip.pill(NoteWords.state(note.state()), pill.icon, pill.tint);
    }
}
