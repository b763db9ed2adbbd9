package dev.recalldesk.recall;

import dev.recalldesk.desk.Questions;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Origin;
import dev.recalldesk.ui.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** What the parts of Recall say. Pure functions. */
final class RecallWords {
    private RecallWords() {}

    /** How an answer was found; empty where the mode switch says it already. */
    static String how(Asking asking, Recall.Mode mode) {
        return switch (mode) {
            case QUERY -> "";
            case CONVERSATION -> Text.get("recall.how.call");
            case MOST_RECENT ->
                asking == Asking.THIS_CALL ? Text.get("recall.how.call.unknown") : Text.get("recall.how.recent");
        };
    }

    /** Why something is shown although nobody asked. */
    static String unasked(Recall.Mode mode) {
        return switch (mode) {
            case QUERY, CONVERSATION -> Text.get("recall.relevant.call");
            case MOST_RECENT -> Text.get("recall.relevant.recent");
        };
    }

    static String status(RecallState state) {
        return switch (state) {
            case RecallState.Idle idle -> "";
            case RecallState.Searching searching -> Text.get("recall.searching");
            case RecallState.Found found -> times(found.answer());
            case RecallState.Nothing nothing -> times(nothing.answer());
            case RecallState.Failed failed -> "";
        };
    }

    private static String times(Answer answer) {
        String found = Text.get("recall.count", answer.count(), Questions.FACTS + Questions.SUMMARIES);
        return Text.get("recall.times", found, millis(answer.memory()), millis(answer.total()));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%d", time.toMillis());
    }

    static String nothingTitle(Search search) {
        return search.asking() == Asking.QUESTION
                ? Text.get("recall.nothing.about", search.question().strip())
                : Text.get("recall.nothing");
    }

    static String nothingSearched(Search search) {
        return search.asking() == Asking.RECENT
                ? Text.get("recall.nothing.recent", search.range().word())
                : Text.get("recall.nothing.searched", search.range().word(), score(search.threshold()));
    }

    static String score(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** "Thu 12 Nov · jdoe". */
    static String when(Finding finding, Instant now, ZoneId zone) {
        String day = Ages.day(LocalDate.ofInstant(finding.at(), zone), LocalDate.ofInstant(now, zone));
        String author = finding.source() == null ? "" : Origin.author(finding.source());
        return author.isEmpty() ? day : Text.get("recall.when.by", day, author);
    }

    /** The whole row for a screen reader. */
    static String spoken(Finding finding, Instant now, ZoneId zone) {
        String origin = finding.kind() == Finding.Kind.SUMMARY || finding.source() == null
                ? Text.get("recall.summary")
                : Origin.of(finding.source()).word();
        String row = Text.get("recall.row.spoken", finding.text(), origin, when(finding, now, zone));
        return finding.score().isPresent()
                ? Text.get("recall.row.scored", row, Math.round(finding.score().getAsDouble() * 100))
                : row;
    }
}
