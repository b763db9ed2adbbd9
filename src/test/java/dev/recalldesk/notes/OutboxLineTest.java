package dev.recalldesk.notes;

import static dev.recalldesk.desk.Sample.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.NewNote;
import dev.recalldesk.desk.Note;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

class OutboxLineTest {
    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private DeskKit desk;
    private OutboxViewModel model;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        desk = new DeskKit(folder, Duration.ZERO);
        model = new OutboxViewModel(desk.outbox, new Work(workers, Fx.uiThread()), Fx.uiThread());
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::close);
        workers.shutdownNow();
        workers.close();
        desk.close();
    }

    @Test
    void followsANoteIntoTheMemory() throws Exception {
        show(new Style(false, 1));
        assertThat(find("#outbox-line").getAccessibleText()).isEqualTo("Outbox, empty");
        save(desk.customer(), "Wants a call back.");
        Fx.until("saved", () -> spoken().equals("Outbox, 1 saved here"));
        desk.outbox.start();

        Fx.until("all in memory", () -> spoken().equals("Outbox, all in memory"));
        Fx.picture(stage, "outbox-lines");
    }

    @Test
    void opensTheListOfNotesWithTheirVerbs() throws Exception {
        show(new Style(false, 1));
        save("mem_profile_00000000000000000000000000", "For nobody any more.");
        desk.outbox.start();
        Fx.until("needs you", () -> spoken().equals("Outbox, 1 needs you"));
        FxRobot robot = new FxRobot();
        robot.clickOn(find("#outbox-line"));
        Fx.until("the list", () -> popup("#outbox-list") != null);
        Fx.picture(popup("#outbox-list").getScene().getWindow(), "outbox-needs-you");
        String id = model.notes().getFirst().id();
        Button discard = (Button) popup("#outbox-discard-" + id);
        assertThat(popup("#outbox-retry-" + id)).isNotNull();
        Fx.run(discard::fire);
        assertThat(discard.getText()).isEqualTo("Discard for good");
        assertThat(desk.outbox.notes()).hasSize(1);
        Fx.run(discard::fire);

        Fx.until("nothing left", () -> spoken().equals("Outbox, empty"));
        assertThat(desk.outbox.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void showsEveryStateOfANote(boolean dark) throws Exception {
        stage = Fx.show(new Style(dark, 1), 480, 520, () -> {
            VBox list = Rows.column("sheet");
            Stream.of(Note.State.values())
                    .map(state -> new OutboxItem(note(state.name(), "sim:1", state), model, ZoneOffset.UTC))
                    .forEach(list.getChildren()::add);
            return list;
        });
        Fx.picture(stage, dark ? "outbox-states-dark" : "outbox-states");

        assertThat(find("#outbox-undo-SAVED_HERE")).isNotNull();
        assertThat(find("#outbox-retry-NEEDS_YOU")).isNotNull();
        assertThat(find("#outbox-undo-ACCEPTED")).isNull();
        assertThat(((Button) find("#outbox-discard-PARKED")).getWidth()).isPositive();
    }

    private void save(String profile, String content) {
        desk.outbox.save(new NewNote("sim:1", profile, "Alyssa Marlow", content, "agent.jo", null));
    }

    private void show(Style style) throws Exception {
        stage = Fx.show(style, 480, 400, () -> {
            VBox pane = new VBox(12, OutboxLine.line(model, ZoneOffset.UTC), OutboxLine.rail(model, ZoneOffset.UTC));
            pane.setPadding(new Insets(220, 200, 12, 12));
            return pane;
        });
    }

    private String spoken() {
        return find("#outbox-line").getAccessibleText();
    }

    private Node find(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    private static Node popup(String selector) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
