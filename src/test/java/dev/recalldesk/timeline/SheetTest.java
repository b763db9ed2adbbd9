package dev.recalldesk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Note;
import dev.recalldesk.memory.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/** Rows stand under their day, and what was read never moves. */
class SheetTest {
    private final Sheet sheet = new Sheet(ZoneOffset.UTC);

    private static Row.Fact fact(String id, String at) {
        Instant when = Instant.parse(at);
        return new Row.Fact(new Observation(id, id, "memory", when, when, when, List.of()), false);
    }

    private static Row.Pending note(String id, String at) {
        Instant when = Instant.parse(at);
        return new Row.Pending(
                new Note(id, "sim:1", "p", "Ada", id, "agent.jdoe", when, null, Note.State.SENDING, null, when));
    }

    private List<String> words() {
        return sheet.rows().stream()
                .map(row -> switch (row) {
                    case Row.Top top -> "top";
                    case Row.Day day -> day.day().toString();
                    case Row.Entry entry -> entry.id();
                    case Row.Versions versions -> "versions";
                    case Row.Notice notice -> "notice";
                    case Row.More more -> "more";
                })
                .toList();
    }

    @Test
    void groupsByDayOverTheTurnOfAYear() {
        sheet.reset(
                List.of(
                        fact("b", "2026-01-01T00:10:00Z"),
                        fact("a", "2026-01-01T08:00:00Z"),
                        fact("c", "2025-12-31T23:50:00Z"),
                        fact("d", "2025-01-01T10:00:00Z")),
                null);
        assertThat(words()).containsExactly("top", "2026-01-01", "a", "b", "2025-12-31", "c", "2025-01-01", "d");
    }

    @Test
    void sortsALaterPageIntoWhatNobodyHasReadYet() {
        sheet.reset(List.of(fact("a", "2026-03-05T10:00:00Z"), fact("old", "2019-01-01T10:00:00Z")), null);
        sheet.append(List.of(fact("b", "2026-03-05T09:00:00Z"), fact("c", "2026-03-04T09:00:00Z")), null);
        assertThat(words()).containsExactly("top", "2026-03-05", "a", "b", "2026-03-04", "c", "2019-01-01", "old");
    }

    @Test
    void aLaterPageMovesNothingThatWasRead() {
        sheet.reset(List.of(fact("a", "2026-03-05T10:00:00Z"), fact("old", "2019-01-01T10:00:00Z")), null);
        sheet.seen(4);
        List<String> read = words();
        sheet.append(List.of(fact("b", "2026-03-05T09:00:00Z")), null);
        assertThat(words().subList(0, read.size())).isEqualTo(read);
        assertThat(words()).endsWith("old", "2026-03-05", "b");
    }

    @Test
    void aDayHeaderWhoseFactsAreUnreadIsNotLeftAlone() {
        sheet.reset(List.of(fact("a", "2026-03-05T10:00:00Z"), fact("z", "2026-03-01T10:00:00Z")), null);
        sheet.seen(3);
        sheet.append(List.of(fact("m", "2026-03-03T10:00:00Z")), null);
        assertThat(words()).containsExactly("top", "2026-03-05", "a", "2026-03-03", "m", "2026-03-01", "z");
    }

    @Test
    void notesOnTheirWayShareTheDayOfTheFactsBelow() {
        sheet.reset(List.of(fact("a", "2026-03-05T10:00:00Z"), fact("b", "2026-03-04T10:00:00Z")), null);
        sheet.notes(List.of(note("n", "2026-03-05T11:00:00Z")));
        assertThat(words()).containsExactly("top", "2026-03-05", "n", "a", "2026-03-04", "b");
        sheet.notes(List.of());
        assertThat(words()).containsExactly("top", "2026-03-05", "a", "2026-03-04", "b");
    }

    @Test
    void newFactsGoWhereTheyBelongAndRemovedOnesTakeTheirDayAlong() {
        sheet.reset(List.of(fact("a", "2026-03-05T10:00:00Z"), fact("c", "2026-03-03T10:00:00Z")), null);
        sheet.insert(List.of(fact("new", "2026-03-06T10:00:00Z"), fact("b", "2026-03-04T10:00:00Z")));
        assertThat(words())
                .containsExactly("top", "2026-03-06", "new", "2026-03-05", "a", "2026-03-04", "b", "2026-03-03", "c");
        sheet.insert(List.of(fact("c2", "2026-03-03T11:00:00Z")));
        assertThat(words()).endsWith("2026-03-04", "b", "2026-03-03", "c2", "c");
        sheet.remove(Set.of("b", "c2"));
        assertThat(words()).containsExactly("top", "2026-03-06", "new", "2026-03-05", "a", "2026-03-03", "c");
    }

    @Test
    void whatAFactSaidBeforeStaysBelowItWhenNewFactsCome() {
        sheet.reset(List.of(fact("a", "2026-03-05T10:00:00Z"), fact("b", "2026-03-04T10:00:00Z")), null);
        sheet.versions("a", new Row.Versions("a", new Row.History.Asking()));
        sheet.insert(List.of(fact("new", "2026-03-05T12:00:00Z"), fact("b2", "2026-03-04T09:00:00Z")));
        assertThat(words()).containsExactly("top", "2026-03-05", "new", "a", "versions", "2026-03-04", "b", "b2");
        sheet.versions("a", null);
        assertThat(words()).doesNotContain("versions");
    }

    @Test
    void aHundredThousandRowsComeInOneChangeAPage() {
        AtomicInteger changes = new AtomicInteger();
        sheet.rows().addListener((ListChangeListener<Row>) change -> changes.incrementAndGet());
        Instant now = Instant.parse("2026-03-05T10:00:00Z");
        int id = 0;
        for (int page = 0; page < 2000; page++) {
            List<Row.Entry> more = new ArrayList<>();
            for (int i = 0; i < PageTurner.PAGE; i++) {
                String at = now.minus(Duration.ofHours(id)).toString();
                more.add(fact("f" + id++, at));
            }
            sheet.append(more, new Row.More(new Row.Coming.OnItsWay()));
            sheet.seen(sheet.rows().size() - 10);
        }
        assertThat(changes).hasValue(2000);
        List<Instant> times = sheet.entries().stream().map(Row.Entry::at).toList();
        assertThat(times).hasSize(100_000).isSortedAccordingTo((one, other) -> other.compareTo(one));
        List<LocalDate> days = sheet.rows().stream()
                .filter(Row.Day.class::isInstance)
                .map(row -> ((Row.Day) row).day())
                .toList();
        assertThat(days).doesNotHaveDuplicates().hasSize(4168);
    }
}
