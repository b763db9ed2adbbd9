package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk by keyboard alone. */
class KeyboardTest {
    @TempDir
    private Path data;

    @Test
    void everyShortcutMeansSomething() throws Exception {
        try (RunningDesk desk = open()) {
            assertThat(Shortcut.values())
                    .allMatch(
                            shortcut -> Screen.on(() -> desk.window().commands().knows(shortcut)));
        }
    }

    @Test
    void altAndADigitOpenTheCallAtThatPlace() throws Exception {
        try (RunningDesk desk = open()) {
            desk.ring(Scenario.THREE_AT_ONCE);
            desk.await(
                    "three calls", () -> desk.window().features().calls.open().size() == 3);
            for (int place : new int[] {3, 1, 2}) {
                desk.screen().keys(KeyCombination.valueOf("Alt+" + place));
                assertThat(place(desk)).isEqualTo(place);
            }
            desk.screen().keys(KeyCombination.valueOf("Alt+9"));
            assertThat(place(desk)).as("nothing stands at 9").isEqualTo(2);
        }
    }

    @Test
    void digitsChooseCodesOnlyWhereNoTextIsWritten() throws Exception {
        try (RunningDesk desk = open()) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow");
            desk.screen().focus("note-text");
            desk.key(KeyCode.DIGIT1);
            assertThat(chosen(desk, 1)).isFalse();
            desk.screen().focus("calls-list");
            desk.key(KeyCode.DIGIT1);
            assertThat(chosen(desk, 1)).isTrue();
            desk.screen().focus("note-text");
            desk.screen().keys(KeyCombination.valueOf("Shortcut+Shift+2"));
            assertThat(chosen(desk, 2))
                    .as("with Ctrl and Shift also while typing")
                    .isTrue();
        }
    }

    @Test
    void aDigitPicksWhoIsCalling() throws Exception {
        try (RunningDesk desk = open()) {
            desk.ring(Scenario.TWO_MATCHES, "Who is calling?");
            desk.screen().focus("note-text");
            desk.key(KeyCode.DIGIT1);
            assertThat(Screen.on(() -> selected(desk).customer())).isEmpty();
            desk.screen().focus("calls-list");
            desk.key(KeyCode.DIGIT1);
            desk.await("a customer", () -> selected(desk).customer().isPresent());
        }
    }

    @Test
    void singleKeysCanBeSwitchedOff() throws Exception {
        try (RunningDesk desk =
                RunningDesk.open(data, RunningDesk.settings(1000, 720).withSingleKeys(false))) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow");
            desk.screen().focus("calls-list");
            desk.key(KeyCode.DIGIT1);
            desk.key(KeyCode.SLASH);
            assertThat(chosen(desk, 1)).isFalse();
            assertThat(focus(desk)).isEqualTo("calls-list");
        }
    }

    @Test
    void controlEnterSavesTheNote() throws Exception {
        try (RunningDesk desk = open()) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow");
            desk.screen().type("note-text", "Wants the blue one.");
            desk.screen().keys(KeyCombination.valueOf("Shortcut+Enter"));
            desk.await("an empty note", () -> note(desk).getText().isEmpty());
            desk.screen().awaitWords("Wants the blue one.");
        }
    }

    @Test
    void escapeClosesWhatFloatsAndTheFocusGoesBack() throws Exception {
        try (RunningDesk desk = open()) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow");
            desk.screen().focus("note-text");
            for (Shortcut shortcut : new Shortcut[] {Shortcut.PALETTE, Shortcut.HELP, Shortcut.TASKS}) {
                desk.press(shortcut);
                assertThat(Screen.on(() -> desk.window().overlay().isOpen())).isTrue();
                desk.key(KeyCode.ESCAPE);
                assertThat(Screen.on(() -> desk.window().overlay().isOpen())).isFalse();
                assertThat(focus(desk)).as("after " + shortcut).isEqualTo("note-text");
            }
            desk.press(Shortcut.SETTINGS);
            assertThat(Screen.on(() -> desk.window().settingsOpen())).isTrue();
            desk.key(KeyCode.ESCAPE);
            assertThat(Screen.on(() -> desk.window().settingsOpen())).isFalse();
            assertThat(focus(desk)).as("after the settings").isEqualTo("note-text");
        }
    }

    @Test
    void ringsTakeNoLetterFromWhoIsTyping() throws Exception {
        String sentence = "Twenty telephones ring while this sentence is typed.";
        try (RunningDesk desk = open()) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow");
            desk.press(Shortcut.ANSWER);
            desk.screen().awaitWords("On call");
            desk.screen().focus("note-text");
            for (int i = 0; i < sentence.length(); i++) {
                if (i % 2 == 0 && i < 40) {
                    desk.app().wiring().phone().ring(i % 4 == 0 ? Scenario.KNOWN : Scenario.UNKNOWN);
                }
                letter(desk, sentence.substring(i, i + 1));
            }
            desk.await("all calls", () -> desk.window().features().calls.open().size() == 21);
            assertThat(focus(desk)).isEqualTo("note-text");
            assertThat(Screen.on(() -> note(desk).getText())).isEqualTo(sentence);
        }
    }

    private RunningDesk open() throws Exception {
        return RunningDesk.open(data, RunningDesk.settings(1000, 720));
    }

    /** Typed wherever the focus is. */
    private static void letter(RunningDesk desk, String letter) {
        Screen.run(() -> Event.fireEvent(
                desk.scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false)));
    }

    private static int place(RunningDesk desk) {
        return Screen.on(() -> desk.window().features().calls.position(selected(desk)));
    }

    private static Encounter selected(RunningDesk desk) {
        return desk.window().features().calls.selected().orElseThrow();
    }

    private static boolean chosen(RunningDesk desk, int code) {
        return Screen.on(() -> ((ToggleButton) desk.window().lookup("#note-code-" + code)).isSelected());
    }

    private static TextInputControl note(RunningDesk desk) {
        return (TextInputControl) desk.window().lookup("#note-text");
    }

    private static String focus(RunningDesk desk) {
        return Screen.on(() -> {
            Node owner = desk.scene().getFocusOwner();
            return owner == null ? "nothing" : String.valueOf(owner.getId());
        });
    }
}
