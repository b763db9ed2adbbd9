package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.NewNote;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.nio.file.Path;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One call from its ring to its note in the memory, and the next morning at the same desk. */
class JourneyTest {
    private static final String NOTE = "Bank shows no refund so far. Promised to call back.";
    private static final String DRAFT = "Half a sentence about a lamp";

    @TempDir
    private Path data;

    @Test
    void aNoteIsInTheMemoryAndADraftIsBackTheNextMorning() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            answersAsksAndWrites(desk);
            leavesADraftWith(desk, "Ivo Brandt");
        }
        try (RunningDesk desk = RunningDesk.open(data)) {
            desk.open("Alyssa Marlow");
            desk.screen().awaitWords(NOTE);
            assertThat(written(desk)).isEmpty();
            desk.open("Ivo Brandt");
            desk.await("the draft", () -> written(desk).equals(DRAFT));
        }
    }

    @Test
    void aNoteParkedWhileItBecameClearWhoCallsIsTheirs() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow");
            Encounter call = Screen.on(() -> desk.window().features().selected());
            OpenStore store = desk.app().front();
            store.outbox().save(new NewNote(call.key(), null, "+1 317 555 0143", NOTE, "agent.jdoe", null));
            String alyssa = call.customer().orElseThrow().profileId();
            desk.await(
                    "the note in her memory",
                    () ->
                            store
                                    .memory()
                                    .observations(alyssa, ObservationFilter.NONE, PageRequest.first(1))
                                    .items()
                                    .stream()
                                    .anyMatch(newest -> newest.content().equals(NOTE)));
        }
    }

    @Test
    void theWindowOpensAsItWasLeft() throws Exception {
        double height;
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            height = Screen.on(() -> desk.stage().getHeight());
            desk.press(Shortcut.TEXT_SMALLER);
            desk.press(Shortcut.TEXT_SMALLER);
            desk.await("panes that are laid out", () -> ((Panes) desk.window().lookup(".panes")).getWidth() > 0);
            desk.press(Shortcut.WHO_PANE);
            Screen.run(() -> {
                Panes panes = (Panes) desk.window().lookup(".panes");
                panes.callsWidthProperty().set(21);
                panes.whoWidthProperty().set(30);
            });
        }
        try (RunningDesk desk = RunningDesk.open(data)) {
            Settings.Window now = Screen.on(() -> desk.window().divided(Settings.Window.DEFAULT));
            assertThat(now.callsWidth()).isEqualTo(21);
            assertThat(now.whoWidth()).isEqualTo(30);
            assertThat(now.whoShown()).isFalse();
            assertThat(Screen.on(() -> desk.stage().getWidth())).isEqualTo(1000);
            assertThat(Screen.on(() -> desk.stage().getHeight())).isEqualTo(height);
            assertThat(Screen.on(() -> ((Panes) desk.window().lookup(".panes"))
                            .emProperty()
                            .get()))
                    .isEqualTo(13 * 0.8);
        }
    }

    private static void answersAsksAndWrites(RunningDesk desk) {
        desk.press(Shortcut.RING);
        desk.screen().awaitWords("Alyssa Marlow");
        desk.press(Shortcut.ANSWER);
        desk.screen().awaitWords("On call");
        desk.screen().type("recall-question", "double charge");
        desk.screen().awaitNode("recall-results");
        desk.await("findings", () -> desk.window().lookup("#recall-results .finding") != null);
        desk.key(KeyCode.DOWN);
        desk.key(KeyCode.ENTER);
        desk.await("the fact in the note", () -> written(desk).contains("HP-20418"));
        desk.screen().type("note-text", NOTE);
        desk.screen().press("note-save");
        desk.await("an empty note", () -> written(desk).isEmpty());
        desk.screen().type("recall-question", "");
        desk.screen().awaitWords("In memory");
        desk.screen().awaitWords(NOTE);
    }

    /** Closed right after the last letter, so that no pause in typing has put it on the disk yet. */
    private static void leavesADraftWith(RunningDesk desk, String customer) {
        desk.open(customer);
        desk.screen().type("note-text", DRAFT);
    }

    private static String written(RunningDesk desk) {
        return Screen.on(() -> ((TextInputControl) desk.window().lookup("#note-text")).getText());
    }
}
