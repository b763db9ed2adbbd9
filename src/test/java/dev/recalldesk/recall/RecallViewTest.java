package dev.recalldesk.recall;

import static dev.recalldesk.desk.LiveDesk.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.LiveDesk;
import dev.recalldesk.desk.Panel;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** An agent asks, reads, and puts what was found into the note. */
class RecallViewTest {
    private static final String CHARGED =
            "Was charged twice for order HP-20418, 2 × $248.00. Refund promised within 5 working days.";

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> inserted = new CopyOnWriteArrayList<>();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final FxRobot robot = new FxRobot();
    private LiveDesk desk;
    private RecallViewModel recall;
    private Stage stage;

    @BeforeEach
    void remember() throws IOException {
        desk = new LiveDesk(folder);
        desk.remember(
                fact(CHARGED, "memory", "2026-11-12T09:31:00Z"),
                fact(
                        "Wants the refund on the original card, not as store credit.",
                        "agent.jdoe",
                        "2026-11-17T16:00:00Z"),
                fact(
                        "Card ending 4417 was reissued in October; the old one is blocked.",
                        "memory",
                        "2026-10-19T10:00:00Z"),
                fact(
                        "Order HP-19802 was also billed in two parts, delivery apart from goods.",
                        "import.orders",
                        "2026-06-12T10:00:00Z"),
                fact(
                        "Her bank lists card payments and every charge two days late. "
                                + "She asked for written word. ".repeat(12),
                        "guess.voice",
                        "2026-08-03T10:00:00Z"),
                fact("Asks for written confirmation of every refund.", "agent.mortiz", "2025-03-11T10:00:00Z"));
        desk.summarise(
                "Charged twice for one sofa order; support confirmed the duplicate and promised a refund to the card"
                        + " within five working days.",
                "2026-11-12T10:00:00Z");
    }

    @AfterEach
    void closeAll() throws Exception {
        Fx.run(stage::hide);
        workers.shutdownNow();
        desk.close();
    }

    private void open(Style style, int width, int height) throws Exception {
        stage = Fx.show(style, width, height, () -> {
            recall = new RecallViewModel(desk.memory(), new Work(workers, Fx.uiThread()), desk.clock(), LiveDesk.ZONE);
            RecallResults[] results = new RecallResults[1];
            RecallField field = new RecallField(recall, "Ctrl F", () -> results[0].focusFirst());
            results[0] = new RecallResults(recall, inserted::add, copied::add, field::focusField);
            recall.show(desk.call("sim:1"));
            Parent sheet = Rows.column("sheet", field, Rows.grow(results[0]));
            return sheet;
        });
    }

    private <T extends Node> T find(String id) {
        return robot.lookup("#" + id).query();
    }

    private void type(String question) throws Exception {
        TextField field = find("recall-question");
        Fx.run(() -> {
            field.requestFocus();
            field.setText(question);
        });
    }

    private List<String> whyShown() throws Exception {
        return Fx.on(() -> robot.lookup(".finding-why").queryAll().stream()
                .filter(Node::isVisible)
                .map(why -> why.lookup(".marked-text").getAccessibleText())
                .toList());
    }

    private void untilFound() {
        Fx.until("an answer", () -> recall.stateProperty().get() instanceof RecallState.Found);
    }

    @Test
    void aQuestionBringsRowsAndEnterInsertsOneWithItsDate() throws Exception {
        open(new Style(false, 1), 744, 620);
        Fx.picture(stage, "recall-empty");
        robot.clickOn("#recall-question");
        robot.type(KeyCode.C, KeyCode.H, KeyCode.A, KeyCode.R, KeyCode.G, KeyCode.E, KeyCode.D);
        untilFound();
        assertThat(whyShown()).as("nothing is explained unasked").isEmpty();
        robot.type(KeyCode.DOWN);
        Fx.picture(stage, "recall-found");
        assertThat(whyShown()).singleElement().asString().startsWith("Why shown: contains charged");
        robot.type(KeyCode.ENTER);
        assertThat(inserted).containsExactly(CHARGED + " (Thu 12 Nov 2026)");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        assertThat(copied).containsExactly(CHARGED + " (AI-extracted, Thu 12 Nov 2026)");
        robot.type(KeyCode.ESCAPE);
        assertThat(Fx.on(recall::takesFeed)).isFalse();
        assertThat(this.<TextField>find("recall-question").getText()).isEmpty();
        assertThat(Fx.on(() -> this.<TextField>find("recall-question").isFocused()))
                .isTrue();
    }

    @Test
    void holdsInTheDarkAndWithLargeTextInANarrowSheet() throws Exception {
        open(new Style(true, 1), 744, 620);
        type("charged refund");
        untilFound();
        Fx.picture(stage, "recall-found-dark");
        Fx.run(stage::hide);
        open(new Style(false, 1.5), 480, 700);
        type("charged refund");
        untilFound();
        Fx.picture(stage, "recall-found-large");
        assertThat(Fx.on(() -> this.<ListView<?>>find("recall-results").lookupAll(".scroll-bar").stream()
                        .noneMatch(bar -> bar.isVisible() && ((Region) bar).getWidth() > ((Region) bar).getHeight())))
                .as("nothing needs scrolling sideways")
                .isTrue();
    }

    @Test
    void everyRowIsSpokenWholeAndEmptyOnesNotAtAll() throws Exception {
        open(new Style(false, 1), 744, 620);
        type("charged");
        untilFound();
        Fx.until(
                "rows",
                () -> !this.<ListView<?>>find("recall-results")
                        .lookupAll(".finding")
                        .isEmpty());
        List<String> spoken = Fx.on(() -> this.<ListView<?>>find("recall-results").lookupAll(".list-cell").stream()
                .filter(cell -> !((ListCell<?>) cell).isEmpty())
                .map(Node::getAccessibleText)
                .toList());
        assertThat(spoken)
                .anySatisfy(row -> assertThat(row)
                        .startsWith(CHARGED)
                        .contains("AI-extracted", "Thu 12 Nov", "relevance", "percent"));
        assertThat(Fx.on(() -> this.<ListView<?>>find("recall-results").lookupAll(".list-cell").stream()
                        .filter(cell -> ((ListCell<?>) cell).isEmpty())
                        .allMatch(cell -> cell.getAccessibleText() == null)))
                .isTrue();
        for (String id : List.of("recall-question", "recall-range", "recall-threshold", "recall-results")) {
            assertThat(this.<Node>find(id).getAccessibleText()).as(id).isNotBlank();
        }
    }

    @Test
    void findingNothingOffersAWayOn() throws Exception {
        open(new Style(false, 1), 480, 460);
        type("zeppelin");
        Fx.run(() -> recall.choose(DateRange.LAST_30_DAYS));
        Fx.until("nothing", () -> recall.stateProperty().get() instanceof RecallState.Nothing);
        Fx.picture(stage, "recall-nothing");
        robot.clickOn("#recall-newest");
        untilFound();
        Fx.picture(stage, "recall-recent");
        assertThat(this.<Node>find("recall-threshold").getParent().isVisible()).isFalse();
        assertThat(robot.lookup("#recall-how").queryLabeled().getText()).contains("Newest first");
    }

    @Test
    void saysWhatFailedAndAsksAgain() throws Exception {
        open(new Style(false, 1), 744, 460);
        type("charged");
        untilFound();
        desk.close();
        type("refund");
        Fx.until("a failure", () -> recall.stateProperty().get() instanceof RecallState.Failed);
        Fx.picture(stage, "recall-failed");
        assertThat(this.<ListView<?>>find("recall-results").getItems()).isNotEmpty();
        robot.clickOn("#recall-retry");
        Fx.until("the next failure", () -> recall.stateProperty().get() instanceof RecallState.Failed);
        assertThat(robot.lookup(".banner").tryQuery()).isPresent();
    }

    @Test
    void showsWhatIsRelevantNowWithTheSameKeys() throws Exception {
        stage = Fx.show(new Style(false, 1), 744, 360, () -> {
            recall = new RecallViewModel(desk.memory(), new Work(workers, Fx.uiThread()), desk.clock(), LiveDesk.ZONE);
            recall.show(desk.ringing("sim:1"));
            return Rows.column("sheet", new RelevantNow(recall, inserted::add, copied::add));
        });
        assertThat(robot.lookup(".skeleton").tryQuery()).isPresent();
        Fx.run(() -> recall.show(desk.call("sim:1")));
        Fx.run(() -> find("relevant-0").requestFocus());
        Fx.picture(stage, "relevant-now");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(inserted).singleElement().asString().contains("(Thu 12 Nov 2026)");
        robot.clickOn("#relevant-all");
        assertThat(Fx.on(() -> recall.searchProperty().get().asking())).isEqualTo(Asking.RECENT);
        Panel failed = new Panel(
                new Part.Waiting<>(),
                new Part.Waiting<>(),
                new Part.Waiting<>(),
                new Part.Failed<>(new MemoryFailure.Unreachable("down", null)));
        Fx.run(() -> recall.show(desk.with(desk.ringing("sim:1"), failed)));
        assertThat(robot.lookup(".banner").tryQuery()).isPresent();
    }
}
