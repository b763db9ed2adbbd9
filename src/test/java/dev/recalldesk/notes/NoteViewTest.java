package dev.recalldesk.notes;

import static dev.recalldesk.desk.Sample.alyssa;
import static dev.recalldesk.desk.Sample.call;
import static dev.recalldesk.desk.Sample.customer;
import static dev.recalldesk.desk.Sample.known;
import static dev.recalldesk.desk.Sample.trait;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class NoteViewTest {
    private static final Encounter ALYSSA = call("sim:1", known(alyssa()));
    private static final String SENTENCE = "Second charge on HP-20418 is still there. Bank shows no refund so far.";

    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final FxRobot robot = new FxRobot();
    private final AtomicInteger left = new AtomicInteger();
    private DeskKit desk;
    private NoteViewModel model;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        desk = new DeskKit(folder, Duration.ofMinutes(1));
        Work work = new Work(workers, Fx.uiThread());
        OutboxViewModel outbox = new OutboxViewModel(desk.outbox, work, Fx.uiThread());
        Settings settings = Settings.DEFAULT.withCodes(List.of("Refund", "Billing", "Delivery", "Damage", "Other"));
        model = new NoteViewModel(settings, desk.drafts, desk.outbox, outbox, work, InstantSource.system());
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::close);
        workers.shutdownNow();
        workers.close();
        desk.close();
    }

    @Test
    void savesWhatIsTypedByKeys() throws Exception {
        show(new Style(false, 1), 720, ALYSSA);
        robot.clickOn(area()).write("Will call back.");
        Fx.until("the draft", () -> text("#note-draft").startsWith("Saved here "));
        Fx.picture(stage, "note-typing");
        assertThat(text("#note-counter")).isEqualTo("15 of 4,096");
        robot.push(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN));

        Fx.until("the empty field", () -> area().getText().isEmpty());
        Fx.until("the undo", () -> find("#note-undo") != null);
        Fx.picture(stage, "note-sent");
        assertThat(desk.outbox.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.content()).isEqualTo("Will call back."));
        robot.clickOn(find("#note-undo"));
        Fx.until("the text", () -> area().getText().equals("Will call back."));
    }

    @Test
    void showsAnEmptyNoteInTheDark() throws Exception {
        show(new Style(true, 1), 480, ALYSSA);
        Fx.picture(stage, "note-empty-dark-480");

        assertThat(find("#note-save").isDisabled()).isTrue();
        assertThat(find("#note-save").getAccessibleText()).isEqualTo("Save to Alyssa");
        assertThat(find("#note-save").getAccessibleHelp()).isEqualTo("Nothing is written yet");
        assertThat(area().getAccessibleText()).isEqualTo("Internal note for Alyssa Marlow");
    }

    @Test
    void choosesCodesByKeysWhileTyping() throws Exception {
        show(new Style(false, 1.5), 720, ALYSSA);
        robot.clickOn(area()).write("a");
        robot.push(new KeyCodeCombination(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));

        Fx.until("the code", () -> ((ToggleButton) find("#note-code-2")).isSelected());
        assertThat(area().getText()).isEqualTo("a");
        Fx.picture(stage, "note-codes-150");
        assertNothingCut();
    }

    @Test
    void putsCodesThatDoNotFitBehindAMenu() throws Exception {
        show(new Style(false, 1), 480, ALYSSA);
        robot.clickOn(area()).write("x");
        Fx.until("the menu", () -> find("#note-more-codes").isVisible());
        Fx.picture(stage, "note-narrow-480");

        assertThat(find("#note-code-1").isVisible()).isTrue();
        assertThat(find("#note-code-5").isVisible()).isFalse();
        assertNothingCut();
    }

    @Test
    void holdsACardNumberBackUntilItIsMasked() throws Exception {
        show(new Style(false, 1), 720, ALYSSA);
        Fx.run(() -> model.textProperty().set("Reads out the new card, 4242 4242 4242 4242, wants the refund there."));
        Fx.picture(stage, "note-card");
        assertThat(find("#note-save").isDisabled()).isTrue();
        assertThat(((Button) find("#note-mask")).getText()).isEqualTo("Mask all but 4242");
        robot.clickOn(find("#note-mask"));

        Fx.until("the mask", () -> area().getText().contains("•••• •••• •••• 4242"));
        assertThat(find("#note-save").isDisabled()).isFalse();
        assertThat(find("#note-card").isVisible()).isFalse();
    }

    @Test
    void growsFromTwoLinesToEight() throws Exception {
        show(new Style(false, 1), 720, ALYSSA);
        double two = Fx.on(() -> area().getHeight());
        Fx.run(() -> model.textProperty().set((SENTENCE + " ").repeat(5)));
        Fx.until("more room", () -> area().getHeight() > two * 1.4);
        Fx.picture(stage, "note-growing");
        double some = Fx.on(() -> area().getHeight());
        Fx.run(() -> model.textProperty().set((SENTENCE + "\n").repeat(40)));
        Fx.until("eight lines", () -> area().getHeight() > some * 1.3);
        double eight = Fx.on(() -> area().getHeight());
        assertThat(eight).isBetween(two * 3, two * 4.1);
        Fx.run(() -> model.textProperty().set(""));
        Fx.until("two lines", () -> area().getHeight() == two);
    }

    @Test
    void saysHowMuchIsTooMuch() throws Exception {
        show(new Style(true, 1), 720, ALYSSA);
        Fx.run(() -> model.textProperty().set("x ".repeat(1850)));
        assertThat(find("#note-counter").getStyleClass()).contains("warning-word");
        Fx.run(() -> model.textProperty().set("words ".repeat(700).strip()));
        Fx.picture(stage, "note-too-long-dark");

        assertThat(text("#note-counter")).isEqualTo("4,199 of 4,096, 103 too many");
        assertThat(find("#note-counter").getStyleClass())
                .contains("danger-word")
                .doesNotContain("warning-word");
        assertThat(find("#note-save").getAccessibleHelp()).isEqualTo("103 characters too many");
    }

    @Test
    void givesTheFocusBackOnEscape() throws Exception {
        show(new Style(false, 1), 720, ALYSSA);
        robot.clickOn(area()).push(KeyCode.ESCAPE);

        Fx.until("the callback", () -> left.get() == 1);
    }

    @Test
    void leavesTheFieldByTab() throws Exception {
        show(new Style(false, 1), 720, ALYSSA);
        robot.clickOn(area()).write("x").push(KeyCode.TAB);

        Fx.until("the code", () -> find("#note-code-1").isFocused());
        assertThat(area().getText()).isEqualTo("x");
    }

    @Test
    void insertsWithoutTakingTheFocusAndCanBeUndone() throws Exception {
        show(new Style(false, 1), 720, ALYSSA);
        robot.clickOn(area()).write("One.");
        robot.clickOn(find("#note-code-1"));
        Fx.run(() -> model.insert("Fact, Tue 17 Nov."));

        assertThat(area().getText()).isEqualTo("One.\nFact, Tue 17 Nov.\n");
        assertThat(Fx.on(() -> area().getCaretPosition()))
                .isEqualTo(area().getText().length());
        assertThat(Fx.on(() -> area().isFocused())).isFalse();
        Fx.run(() -> area().undo());
        assertThat(area().getText()).doesNotContain("Fact");
    }

    @Test
    void forgetsItsUndoHistoryWithTheEncounter() throws Exception {
        show(new Style(false, 1), 720, ALYSSA);
        robot.clickOn(area()).write("About Alyssa");
        Fx.run(() -> model.show(call("sim:2", new Identity.Withheld())));
        assertThat(area().getText()).isEmpty();
        Fx.run(() -> area().undo());

        assertThat(area().getText()).isEmpty();
        Fx.run(() -> model.show(ALYSSA));
        assertThat(area().getText()).isEqualTo("About Alyssa");
    }

    @Test
    void parksForANumberAndWaitsForAChoice() throws Exception {
        show(new Style(false, 1), 720, call("sim:2", new Identity.Nobody("+13175550142")));
        Fx.run(() -> model.textProperty().set(SENTENCE));
        assertThat(text("#note-addressee")).isEqualTo("+1 317 555 0142");
        assertThat(text("#note-save")).isEqualTo("Park note");
        Fx.picture(stage, "note-unknown");

        Fx.run(() -> model.show(call("sim:2", new Identity.Several(List.of()))));
        assertThat(text("#note-save")).isEqualTo("Pick a customer to save");
        assertThat(find("#note-save").isDisabled()).isTrue();
        Fx.picture(stage, "note-several");
    }

    @Test
    void saysWhenTheDiskFails() throws Exception {
        show(new Style(true, 1), 720, ALYSSA);
        Fx.run(() -> model.textProperty().set(SENTENCE));
        Fx.until("the draft", () -> text("#note-draft").startsWith("Saved here "));
        desk.store.close();
        Fx.run(model::save);

        Fx.until("the banner", () -> find("#note-failed").isVisible());
        Fx.until("the truth", () -> text("#note-draft").equals("Not saved on this computer"));
        assertThat(area().getText()).isEqualTo(SENTENCE);
        Fx.picture(stage, "note-failed-dark");
    }

    @Test
    void cutsALongNameAndNothingElse() throws Exception {
        String name = "Alyssa-Maria-Magdalena-Featherstonehaugh-Wolfeschlegelsteinhausenbergerdorff";
        show(
                new Style(false, 1),
                480,
                call("sim:9", known(customer("c", List.of(trait("Contact", "lastName", name, 1))))));
        Fx.run(() -> model.textProperty().set(SENTENCE));
        Fx.until("the draft", () -> text("#note-draft").startsWith("Saved here "));
        Fx.picture(stage, "note-long-name-480");
        assertThat(find("#note-save").getBoundsInParent().getMaxX()).isLessThan(480);
        assertNothingCut();
    }

    private void show(Style style, int width, Encounter encounter) throws Exception {
        stage = Fx.show(style, width, 420, () -> {
            model.show(encounter);
            StackPane sheet = new StackPane(new NoteView(model, ZoneOffset.UTC, left::incrementAndGet));
            sheet.getStyleClass().add("sheet");
            sheet.setPadding(new Insets(12));
            sheet.setAlignment(Pos.BOTTOM_LEFT);
            return sheet;
        });
    }

    /** Every button and count keeps its words whole and inside the window. */
    private void assertNothingCut() throws Exception {
        List<String> cut =
                Fx.on(() -> stage.getScene().getRoot().lookupAll(".button, .toggle-button, #note-counter").stream()
                        .map(Labeled.class::cast)
                        .filter(node -> node.isVisible() && node.getParent().isVisible())
                        .filter(node -> node.getWidth() + 0.5 < node.prefWidth(-1)
                                || node.localToScene(node.getBoundsInLocal()).getMaxX()
                                        > stage.getScene().getWidth())
                        .map(Labeled::getText)
                        .toList());
        assertThat(cut).isEmpty();
    }

    private TextArea area() {
        return (TextArea) find("#note-text");
    }

    private Node find(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    private String text(String selector) {
        Node node = stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(Labeled.class::isInstance)
                .findFirst()
                .orElseThrow();
        return ((Labeled) node).getText();
    }
}
