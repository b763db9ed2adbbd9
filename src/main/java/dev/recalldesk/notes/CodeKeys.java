package dev.recalldesk.notes;

import java.util.List;
import java.util.function.IntPredicate;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Shortcut, Shift and a digit choose a code from anywhere in the window, also while the agent types. */
final class CodeKeys {
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    private CodeKeys() {}

    /** Listens in whatever scene the node stands, as long as it stands there. */
    static void install(Node node, IntPredicate digit) {
        EventHandler<KeyEvent> keys = event -> pressed(event, digit);
        node.sceneProperty().subscribe((before, now) -> {
            remove(before, keys);
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
        });
    }

    private static void remove(@Nullable Scene scene, EventHandler<KeyEvent> keys) {
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
    }

    private static void pressed(KeyEvent event, IntPredicate digit) {
        int index = DIGITS.indexOf(event.getCode());
        if (index >= 0
                && event.isShortcutDown()
                && event.isShiftDown()
                && !event.isAltDown()
                && digit.test(index + 1)) {
            event.consume();
        }
    }
}
