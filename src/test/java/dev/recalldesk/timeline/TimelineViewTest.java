package dev.recalldesk.timeline;

import static dev.recalldesk.desk.LiveDesk.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.LiveDesk;
import dev.recalldesk.desk.Note;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** An agent reads what is remembered, in one scroll, with the keyboard and with the mouse. */
class TimelineViewTest {
    private static final String INVOICE = "Asked for a copy of invoice HP-20418; the first never arrived.";

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> inserted = new CopyOnWriteArrayList<>();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final FxRobot robot = new FxRobot();
    private LiveDesk desk;
    private TimelineViewModel timeline;
    private Stage stage;

    @BeforeEach
    void ring() throws IOException {
        desk = new LiveDesk(folder);
    }

    @AfterEach
    void closeAll() throws Exception {
        Fx.run(stage::hide);
        workers.shutdownNow();
        desk.close();
    }

    private void open(Style style, int width, int height) throws Exception {
        stage = Fx.show(style, width, height, () -> {
            timeline =
                    new TimelineViewModel(desk.memory(), new Work(workers, Fx.uiThread()), desk.clock(), LiveDesk.ZONE);
            Label above = Rows.label("Above the timeline", "strong");
            above.setId("above");
            timeline.show(desk.call("sim:1"));
            return Rows.column("sheet", Rows.grow(new TimelineView(timeline, above, inserted::add, copied::add)));
        });
    }

    private ListView<Row> list() {
        return robot.lookup("#timeline").queryListView();
    }

    private void rememberAFew() {
        desk.remember(
                fact(INVOICE, "agent.jdoe", "2026-11-17T16:20:00Z"),
                fact("Would rather be called after 18:00.", "memory", "2026-11-17T16:18:00Z"),
                fact("Was charged twice for order HP-20418, 2 × $248.00.", "memory", "2026-11-12T09:31:00Z"),
                fact("Moved to 48 Elm Court, Indianapolis.", "import.crm", "2025-11-02T18:05:00Z"),
                fact("Has two small dogs. ".repeat(20), "guess.voice", "2025-11-02T11:20:00Z"));
        desk.remember(fact("Sofa arrived, one cushion missing", "memory", "2026-11-12T09:42:00Z"));
        String sofa = desk.facts().getFirst().id();
        desk.clock().advance(Duration.ofHours(1));
        desk.memory()
                .correctObservation(
                        desk.profileId(),
                        sofa,
                        ObservationPatch.ofContent("Sofa arrived on time, one cushion missing."));
    }

    private void rememberMany(int count) {
        Instant start = Instant.parse("2026-10-01T10:00:00Z");
        for (int i = 0; i < count; i += 10) {
            NewObservation[] batch = new NewObservation[10];
            for (int k = 0; k < 10; k++) {
                batch[k] = fact(
                        "Fact " + (i + k),
                        "memory",
                        start.plusSeconds(3600L * (i + k)).toString());
            }
            desk.remember(batch);
        }
    }

    private long entries() {
        return list().getItems().stream().filter(Row.Fact.class::isInstance).count();
    }

    @Test
    void showsFactsByDayWithNotesOnTheirWayAndEarlierVersions() throws Exception {
        rememberAFew();
        open(new Style(false, 1), 744, 560);
        Fx.run(() -> {
            timeline.pending(List.of(desk.note("n1", "Second charge on HP-20418 is still there.", Note.State.SENDING)));
            Row.Entry sofa = (Row.Entry) list().getItems().stream()
                    .filter(row -> row instanceof Row.Entry entry && entry.corrected())
                    .findFirst()
                    .orElseThrow();
            timeline.toggleVersions(sofa);
        });
        Fx.until("the versions", () -> robot.lookup(".version-now").tryQuery().isPresent());
        Fx.run(() -> list().requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.J);
        Fx.picture(stage, "timeline");
        robot.type(KeyCode.ENTER);
        assertThat(inserted).containsExactly(INVOICE + " (Tue 17 Nov 2026)");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        assertThat(copied).containsExactly(INVOICE + " (Agent note by jdoe, Tue 17 Nov 2026)");
        robot.type(KeyCode.K).type(KeyCode.UP);
        assertThat(list().getSelectionModel().getSelectedItem()).isInstanceOf(Row.Pending.class);
    }

    @Test
    void holdsInTheDarkAndWithLargeTextInANarrowSheet() throws Exception {
        rememberAFew();
        open(new Style(true, 1), 744, 480);
        Fx.picture(stage, "timeline-dark");
        Fx.run(stage::hide);
        open(new Style(false, 1.5), 480, 900);
        Fx.picture(stage, "timeline-large");
        Fx.run(stage::hide);
        open(new Style(false, 2), 480, 900);
        Fx.picture(stage, "timeline-huge");
        Node fact = robot.lookup(".entry-fact").query();
        assertThat(Fx.on(() -> fact.getBoundsInParent().getWidth())).isGreaterThan(200);
    }

    @Test
    void whatStandsAboveScrollsWithTheRowsAndComesBack() throws Exception {
        rememberMany(60);
        open(new Style(false, 1), 744, 480);
        Fx.until("the top", () -> robot.lookup("#above").tryQuery().isPresent());
        Fx.run(() -> list().scrollTo(40));
        Fx.until("the top to be gone", () -> robot.lookup("#above").tryQuery().isEmpty() || !onScreen("#above"));
        Fx.run(() -> list().scrollTo(0));
        Fx.until("the top to be back", () -> onScreen("#above") && onScreen("#tab-timeline"));
        Fx.picture(stage, "timeline-top-again");
    }

    private boolean onScreen(String id) {
        return robot.lookup(id)
                .tryQuery()
                .map(node -> {
                    double y = node.localToScene(0, 0).getY();
                    return y >= 0 && y < stage.getScene().getHeight();
                })
                .orElse(false);
    }

    @Test
    void scrollingDownBringsOlderFactsUntilThereAreNoMore() throws Exception {
        rememberMany(130);
        open(new Style(false, 1), 744, 480);
        Fx.until("the first page", () -> entries() == 50);
        Fx.run(() -> list().scrollTo(40));
        Fx.until("the second page", () -> entries() == 100);
        Fx.run(() -> list().scrollTo(list().getItems().size() - 1));
        Fx.until("the last page", () -> entries() == 130);
        assertThat(list().getItems().getLast()).isInstanceOf(Row.Fact.class);
    }

    @Test
    void newFactsAreAnnouncedWhileTheReaderIsFurtherDown() throws Exception {
        rememberMany(60);
        open(new Style(false, 1), 744, 480);
        Fx.run(() -> list().scrollTo(30));
        Fx.until("the rows further down", () -> !onScreen("#above"));
        desk.remember(fact("Called back.", "agent.jdoe", "2026-11-23T10:00:00Z"));
        Fx.run(timeline::refresh);
        Fx.until("the news", () -> robot.lookup("#timeline-news").query().isVisible());
        Fx.picture(stage, "timeline-news");
        assertThat(robot.lookup("#timeline-news").queryButton().getText()).isEqualTo("1 new fact");
        robot.clickOn("#timeline-news");
        Fx.until("the top", () -> onScreen("#above"));
        assertThat(((Row.Fact) list().getItems().get(2)).text()).isEqualTo("Called back.");
    }

    @Test
    void saysWhenThereIsNothingYet() throws Exception {
        open(new Style(false, 1), 480, 360);
        Fx.until(
                "the empty state",
                () -> robot.lookup("#timeline-again").tryQuery().isPresent());
        Fx.picture(stage, "timeline-empty");
        assertThat(robot.lookup(".title").queryLabeled().getText()).isEqualTo("No memory of Alyssa yet");
        desk.remember(fact("Likes boats.", "memory", "2026-11-23T10:00:00Z"));
        robot.clickOn("#timeline-again");
        Fx.until("the first fact", () -> entries() == 1);
    }

    @Test
    void saysWhatFailedAndOffersToAskAgain() throws Exception {
        rememberMany(60);
        open(new Style(false, 1), 744, 480);
        desk.close();
        Fx.run(() -> list().scrollTo(50));
        Fx.until("the failure", () -> robot.lookup("#timeline-retry").tryQuery().isPresent());
        Fx.run(() -> list().scrollTo(list().getItems().size() - 1));
        Fx.picture(stage, "timeline-failed");
        assertThat(robot.lookup(".banner").tryQuery()).isPresent();
        assertThat(entries()).isEqualTo(50);
    }

    @Test
    void everyRowIsSpokenWholeAndEmptyOnesNotAtAll() throws Exception {
        rememberAFew();
        open(new Style(false, 1), 744, 900);
        Fx.until("rows", () -> !list().lookupAll(".entry").isEmpty());
        List<String> spoken = Fx.on(() -> list().lookupAll(".list-cell").stream()
                .filter(cell -> !((ListCell<?>) cell).isEmpty() && cell.getAccessibleText() != null)
                .map(Node::getAccessibleText)
                .toList());
        assertThat(spoken).contains("Tue 17 Nov", INVOICE + ", Agent note, Tue 17 Nov 2026, 16:20");
        assertThat(Fx.on(() -> list().lookupAll(".list-cell").stream()
                        .filter(cell -> ((ListCell<?>) cell).isEmpty())
                        .allMatch(cell -> cell.getAccessibleText() == null)))
                .isTrue();
        for (String id : List.of("timeline", "timeline-sources", "timeline-dates")) {
            assertThat(robot.lookup("#" + id).query().getAccessibleText())
                    .as(id)
                    .isNotBlank();
        }
    }
}
