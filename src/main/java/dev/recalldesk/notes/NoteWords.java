package dev.recalldesk.notes;

import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.NoteTrouble;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;

/** How far a note came, in words that say only what is true. Pure functions. */
public final class NoteWords {
    private NoteWords() {}

    /** The state in a word or two. */
    public static String state(Note.State state) {
        return switch (state) {
            case SAVED_HERE -> Text.get("notes.state.saved");
            case SENDING -> Text.get("notes.state.sending");
            case ACCEPTED -> Text.get("notes.state.accepted");
            case IN_MEMORY -> Text.get("notes.state.memory");
            case NEEDS_YOU -> Text.get("notes.state.needs");
            case PARKED -> Text.get("notes.state.parked");
        };
    }

    /** What that means, with the time. */
    public static String sentence(Note note, ZoneId zone) {
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
