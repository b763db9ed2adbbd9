package dev.recalldesk.timeline;

import dev.recalldesk.desk.Note;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Origin;
import dev.recalldesk.ui.Text;
import java.time.Instant;
import java.time.ZoneId;
import org.kordamp.ikonli.feather.Feather;

/** What the timeline says. Pure functions. */
final class TimelineWords {
    private TimelineWords() {}

    /** How far a note came, as a pill. */
    record Progress(String word, Feather icon, String tint) {}

    static Progress progress(Note.State state) {
        return switch (state) {
            case SAVED_HERE -> new Progress(Text.get("timeline.note.here"), Feather.HARD_DRIVE, "neutral");
            case PARKED -> new Progress(Text.get("timeline.note.parked"), Feather.HARD_DRIVE, "neutral");
            case SENDING -> new Progress(Text.get("timeline.note.sending"), Feather.ARROW_UP, "accent");
            case ACCEPTED -> new Progress(Text.get("timeline.note.accepted"), Feather.CLOCK, "accent");
            case IN_MEMORY -> new Progress(Text.get("timeline.note.memory"), Feather.CHECK, "success");
            case NEEDS_YOU -> new Progress(Text.get("timeline.note.needs"), Feather.ALERT_TRIANGLE, "danger");
        };
    }

    /** Who wrote it, where an agent did. */
    static String author(Row.Entry entry) {
        return entry.source() == null ? "" : Origin.author(entry.source());
    }

    static String exact(Row.Entry entry, Instant now, ZoneId zone) {
        String exact = Ages.exact(entry.at(), zone);
        return Text.get("timeline.exact", exact, Ages.age(entry.at(), now), entry.text());
    }

    /** The whole row for a screen reader. */
    static String spoken(Row.Entry entry, Instant now, ZoneId zone) {
        String origin = entry.source() == null
                ? Text.get("timeline.summary")
                : Origin.of(entry.source()).word();
        String row = Text.get(
                "timeline.row.spoken", entry.text(), origin, Ages.date(entry.at(), zone), Ages.clock(entry.at(), zone));
        return entry instanceof Row.Pending pending
                ? Text.get(
                        "timeline.row.pending",
                        row,
                        progress(pending.note().state()).word())
                : row;
    }
}
