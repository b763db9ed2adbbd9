package dev.recalldesk.notes;

import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.NoteTrouble;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import org.kordamp.ikonli.feather.Feather;

/** How far a note came, as a pill and as a sentence. Each word says only what is true. */
enum NotePill {
    SAVED_HERE("notes.state.saved", Feather.HARD_DRIVE, "neutral"),
    SENDING("notes.state.sending", Feather.ARROW_UP, "accent"),
    ACCEPTED("notes.state.accepted", Feather.CLOCK, "accent"),
    IN_MEMORY("notes.state.memory", Feather.CHECK, "success"),
    NEEDS_YOU("notes.state.needs", Feather.ALERT_TRIANGLE, "danger"),
    PARKED("notes.state.parked", Feather.HARD_DRIVE, "neutral");

    private final String key;
    private final Feather icon;
    private final String tint;

    NotePill(String key, Feather icon, String tint) {
        this.key = key;
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
        return Chip.pill(Text.get(pill.key), pill.icon, pill.tint);
    }

    /** What that means, with the time. */
    static String sentence(Note note, ZoneId zone) {
        return switch (note.state()) {
            case SAVED_HERE -> Text.get("notes.told.saved");
            case SENDING -> Text.get("notes.told.sending", Ages.clockSeconds(note.stateSince(), zone));
            case ACCEPTED -> Text.get("notes.told.accepted", Ages.clock(note.stateSince(), zone));
            case IN_MEMORY -> Text.get("notes.told.memory", Ages.clock(note.stateSince(), zone));
            case NEEDS_YOU -> trouble(note);
            case PARKED -> Text.get("notes.told.parked", Ages.clock(note.stateSince(), zone));
        };
    }

    private static String trouble(Note note) {
        String reason = note.reason();
        return switch (reason == null ? NoteTrouble.UNKNOWN : NoteTrouble.valueOf(reason)) {
            case CUSTOMER_GONE -> Text.get("notes.trouble.gone");
            case NOT_ALLOWED -> Text.get("notes.trouble.rule");
            case CONFLICT -> Text.get("notes.trouble.conflict");
            case NEVER_SEEN -> Text.get("notes.trouble.unseen");
            case UNKNOWN -> Text.get("notes.trouble.unknown");
        };
    }
}
