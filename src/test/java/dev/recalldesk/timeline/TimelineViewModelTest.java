package dev.recalldesk.timeline;

import static dev.recalldesk.desk.LiveDesk.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.LiveDesk;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.Panel;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.ui.UiQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timeline holds what the memory holds, page by page, and never moves what is read. */
class TimelineViewModelTest {
    private static final int SCROLLED = 12;

    @TempDir
    Path folder;

    private final UiQueue ui = new UiQueue();
    private LiveDesk desk;
    private TimelineViewModel timeline;
    private ObservableList<Row> rows;

    @BeforeEach
    void ring() throws IOException {
        desk = new LiveDesk(folder);
        timeline = new TimelineViewModel(desk.memory(), ui.work(), desk.clock(), LiveDesk.ZONE);
        rows = timeline.rows(Tab.TIMELINE);
    }

    @AfterEach
    void hangUp() {
        ui.close();
        desk.close();
    }

    private List<String> texts() {
        return rows.stream()
                .filter(Row.Entry.class::isInstance)
                .map(row -> ((Row.Entry) row).text())
                .toList();
    }

    private void rememberMany(int count) {
        Instant start = Instant.parse("2026-11-01T10:00:00Z");
        for (int i = 0; i < count; i += 10) {
            NewObservation[] batch = new NewObservation[10];
            for (int k = 0; k < 10; k++) {
                batch[k] = fact(
                        "Fact " + (i + k), "memory", start.plusSeconds(i + k).toString());
            }
            desk.remember(batch);
        }
    }

    @Test
    void waitsThenShowsTheFirstPage() {
        desk.remember(fact("Likes boats", "memory", "2026-11-20T10:00:00Z"));
        timeline.show(desk.ringing("sim:1"));
        assertThat(rows).containsExactly(new Row.Top(), new Row.Notice(new Row.Cause.Waiting()));
        timeline.show(desk.call("sim:1"));
        assertThat(texts()).containsExactly("Likes boats");
        assertThat(timeline.customerNameProperty().get()).isEqualTo("Alyssa");
    }

    @Test
    void bringsTheNextPageWhenTheEndIsNearAndStopsAtTheLast() {
        rememberMany(130);
        timeline.show(desk.call("sim:1"));
        assertThat(texts()).hasSize(50).startsWith("Fact 129");
        timeline.seen(0, 10);
        assertThat(texts()).hasSize(50);
        timeline.seen(30, 40);
        ui.runUntil("the second page", () -> texts().size() == 100);
        timeline.seen(80, 90);
        ui.runUntil("the last page", () -> texts().size() == 130);
        assertThat(texts()).endsWith("Fact 0").doesNotHaveDuplicates();
        assertThat(rows.getLast()).isInstanceOf(Row.Entry.class);
    }

    @Test
    void saysSoWhenTheNextPageCannotBeHadAndAsksAgain() {
        rememberMany(60);
        timeline.show(desk.call("sim:1"));
        desk.close();
        timeline.seen(40, 50);
        ui.runUntil(
                "the failure",
                () -> rows.getLast() instanceof Row.More more && more.coming() instanceof Row.Coming.Failed);
        assertThat(texts()).hasSize(50);
        timeline.goOn();
        assertThat(rows.getLast()).isEqualTo(new Row.More(new Row.Coming.OnItsWay()));
    }

    @Test
    void newFactsAppearAtOnceForAReaderAtTheTop() {
        desk.remember(fact("Old", "memory", "2026-11-20T10:00:00Z"));
        timeline.show(desk.call("sim:1"));
        desk.remember(fact("New", "memory", "2026-11-21T10:00:00Z"));
        timeline.refresh();
        ui.runUntil("the new fact", () -> texts().size() == 2);
        assertThat(texts()).containsExactly("New", "Old");
        assertThat(timeline.waitingProperty(Tab.TIMELINE).get()).isZero();
    }

    @Test
    void newFactsWaitWhileTheReaderIsFurtherDown() {
        rememberMany(60);
        timeline.show(desk.call("sim:1"));
        timeline.seen(SCROLLED, SCROLLED + 8);
        List<Row> before = List.copyOf(rows);
        desk.remember(fact("New", "memory", "2026-11-23T10:00:00Z"));
        timeline.show(desk.call("sim:1"));
        assertThat(rows).containsExactlyElementsOf(before);
        assertThat(timeline.waitingProperty(Tab.TIMELINE).get()).isEqualTo(1);
        timeline.showNew();
        assertThat(texts()).startsWith("New", "Fact 59");
        assertThat(timeline.waitingProperty(Tab.TIMELINE).get()).isZero();
    }

    @Test
    void aRefreshShowsWhatWasCorrectedAndDropsWhatWasForgotten() {
        desk.remember(fact("Wrong", "memory", "2026-11-20T10:00:00Z"));
        desk.remember(fact("Gone", "memory", "2026-11-19T10:00:00Z"));
        timeline.show(desk.call("sim:1"));
        String gone = desk.facts().get(0).id();
        String wrong = desk.facts().get(1).id();
        desk.remember(fact("Later", "memory", "2026-11-21T10:00:00Z"));
        desk.memory().correctObservation(desk.profileId(), wrong, ObservationPatch.ofContent("Right"));
        desk.memory().deleteObservation(desk.profileId(), gone);
        timeline.refresh();
        ui.runUntil("the present state", () -> texts().equals(List.of("Later", "Right")));
        assertThat(rows.stream().filter(Row.Fact.class::isInstance).map(row -> ((Row.Fact) row).corrected()))
                .containsExactly(false, true);
    }

    @Test
    void aNoteOnItsWayTurnsIntoTheFactItBecame() {
        desk.remember(fact("Old", "memory", "2026-11-20T10:00:00Z"));
        timeline.show(desk.call("sim:1"));
        Note note = desk.note("n1", "Second charge is still there.", Note.State.SENDING);
        timeline.pending(List.of(note));
        assertThat(texts()).containsExactly("Second charge is still there.", "Old");
        assertThat(rows.get(2)).isEqualTo(new Row.Pending(note));
        desk.remember(new NewObservation(note.content(), note.source(), note.occurredAt(), List.of()));
        timeline.pending(List.of(in(note, Note.State.IN_MEMORY)));
        ui.runUntil("the fact", () -> rows.get(2) instanceof Row.Fact);
        assertThat(((Row.Fact) rows.get(2)).justSaved()).isTrue();
        assertThat(texts()).containsExactly("Second charge is still there.", "Old");
        timeline.pending(List.of());
        assertThat(texts()).containsExactly("Second charge is still there.", "Old");
    }

    @Test
    void aNoteChangesItsStateInPlaceWhileTheReaderIsFurtherDown() {
        rememberMany(60);
        timeline.show(desk.call("sim:1"));
        Note note = desk.note("n1", "Promised a call.", Note.State.SAVED_HERE);
        timeline.pending(List.of(note));
        timeline.seen(SCROLLED, SCROLLED + 8);
        int size = rows.size();
        timeline.pending(List.of(in(note, Note.State.SENDING), desk.note("n2", "Another.", Note.State.SAVED_HERE)));
        assertThat(rows).hasSize(size).contains(new Row.Pending(in(note, Note.State.SENDING)));
        timeline.seen(0, 8);
        assertThat(texts()).contains("Another.");
    }

    private static Note in(Note note, Note.State state) {
        return new Note(
                note.id(),
                note.encounterKey(),
                note.profileId(),
                note.customerName(),
                note.content(),
                note.source(),
                note.occurredAt(),
                null,
                state,
                null,
                note.stateSince());
    }

    @Test
    void notesOfOtherCustomersAreNotShown() {
        String other = desk.customer("Bruno", "+13175550143");
        timeline.show(desk.call("sim:2", other));
        timeline.pending(List.of(desk.note("n1", "For Alyssa.", Note.State.SENDING)));
        assertThat(texts()).isEmpty();
        assertThat(rows).containsExactly(new Row.Top(), new Row.Notice(new Row.Cause.Empty()));
        timeline.show(desk.call("sim:1"));
        assertThat(texts()).containsExactly("For Alyssa.");
    }

    @Test
    void filtersByOriginAndByDate() {
        desk.remember(
                fact("From a call", "memory", "2026-11-20T10:00:00Z"),
                fact("By an agent", "agent.jdoe", "2026-11-21T10:00:00Z"),
                fact("Long ago", "agent.jdoe", "2024-11-21T10:00:00Z"));
        timeline.show(desk.call("sim:1"));
        timeline.choose(Filter.Sources.AGENT_NOTES);
        ui.runUntil("the agent's notes", () -> texts().equals(List.of("By an agent", "Long ago")));
        timeline.choose(Filter.Dates.LAST_12_MONTHS);
        ui.runUntil("the newer ones", () -> texts().equals(List.of("By an agent")));
        timeline.choose(Filter.Sources.IMPORTED);
        ui.runUntil("nothing", () -> rows.getLast().equals(new Row.Notice(new Row.Cause.NoMatch())));
        timeline.showEverything();
        ui.runUntil("everything", () -> texts().size() == 3);
    }

    @Test
    void looksThroughManyPagesForAFilterButNotForEver() {
        rememberMany(70);
        desk.remember(fact("Imported", "import.crm", "2026-11-22T10:00:00Z"));
        timeline.show(desk.call("sim:1"));
        timeline.choose(Filter.Sources.IMPORTED);
        ui.runUntil("all pages", () -> rows.getLast() instanceof Row.Entry);
        assertThat(texts()).containsExactly("Imported");
    }

    @Test
    void opensWhatAFactSaidBefore() {
        desk.remember(fact("Moved to 48 Elm Court", "import.crm", "2026-11-02T18:05:00Z"));
        String id = desk.facts().getFirst().id();
        desk.clock().advance(Duration.ofDays(1));
        desk.memory().correctObservation(desk.profileId(), id, ObservationPatch.ofContent("Moved to 84 Elm Court"));
        timeline.show(desk.call("sim:1"));
        Row.Entry entry = (Row.Entry) rows.get(2);
        timeline.toggleVersions(entry);
        ui.runUntil(
                "the versions",
                () -> rows.get(3) instanceof Row.Versions versions && versions.history() instanceof Row.History.Known);
        Row.History.Known known = (Row.History.Known) ((Row.Versions) rows.get(3)).history();
        assertThat(known.states())
                .extracting("content")
                .containsExactly("Moved to 84 Elm Court", "Moved to 48 Elm Court");
        assertThat(known.complete()).isTrue();
        timeline.toggleVersions(entry);
        assertThat(rows).hasSize(3);
    }

    @Test
    void aFailedFirstPageIsAskedForAgain() {
        desk.remember(fact("Likes boats", "memory", "2026-11-20T10:00:00Z"));
        Panel failed = new Panel(
                new Part.Waiting<>(),
                new Part.Failed<>(new MemoryFailure.Unreachable("down", null)),
                new Part.Waiting<>(),
                new Part.Waiting<>());
        timeline.show(desk.with(desk.ringing("sim:1"), failed));
        assertThat(rows.getLast())
                .isInstanceOfSatisfying(
                        Row.Notice.class, notice -> assertThat(notice.cause()).isInstanceOf(Row.Cause.Failed.class));
        timeline.goOn();
        ui.runUntil("the first page", () -> texts().equals(List.of("Likes boats")));
    }

    @Test
    void anotherCustomerBeginsAnewWithoutFilters() {
        desk.remember(fact("Likes boats", "memory", "2026-11-20T10:00:00Z"));
        String other = desk.customer("Bruno", "+13175550143");
        timeline.show(desk.call("sim:1"));
        timeline.choose(Filter.Sources.AGENT_NOTES);
        timeline.show(desk.call("sim:2", other));
        assertThat(timeline.filterProperty().get()).isEqualTo(Filter.NONE);
        assertThat(rows).containsExactly(new Row.Top(), new Row.Notice(new Row.Cause.Empty()));
        timeline.show(null);
        assertThat(rows).containsExactly(new Row.Top());
    }

    @Test
    void summariesHaveATabOfTheirOwn() {
        desk.summarise("Refund promised.", "2026-11-12T09:00:00Z");
        timeline.show(desk.call("sim:1"));
        timeline.choose(Tab.SUMMARIES);
        assertThat(timeline.rows(Tab.SUMMARIES).stream().filter(Row.Gist.class::isInstance))
                .hasSize(1);
        assertThat(texts()).isEmpty();
    }
}
