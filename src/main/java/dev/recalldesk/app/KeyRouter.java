package dev.recalldesk.app;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Leads every key press of the window to the command it stands for. Combinations act everywhere; single keys act only while
 * no text is being written, and not at all when the agent switched them off.
 */
final class KeyRouter {
    private final MainWindow window;
    private final BooleanSupplier singleKeys;

    KeyRouter(MainWindow window, BooleanSupplier singleKeys) {
        this.window = window;
        this.singleKeys = singleKeys;
    }

    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::combination);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, press -> single(press, scene.getFocusOwner()));
    }

    private void combination(KeyEvent press) {
        int digit = digit(press.getCode());
        if (digit > 0 && press.isAltDown() && !press.isShortcutDown()) {
            window.features().calls.selectByPosition(digit);
            press.consume();
            return;
        }
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut.combination().match(press)) {
                window.commands().run(shortcut);
                press.consume();
                return;
            }
        }
    }

    private void single(KeyEvent press, @Nullable Node focus) {
        if (press.getCode() == KeyCode.ESCAPE && window.page().isOpen()) {
            window.page().leave();
            press.consume();
            return;
        }
        boolean writing = focus instanceof TextInputControl;
        if (writing
                || !singleKeys.getAsBoolean()
                || window.overlay().isOpen()
                || window.page().isOpen()) {
            return;
        }
        if (press.isAltDown() || press.isShortcutDown() || press.isControlDown()) {
            return;
        }
        if (acts(press)) {
            press.consume();
        }
    }

    private boolean acts(KeyEvent press) {
        int digit = digit(press.getCode());
        if (digit > 0) {
            return window.parts().chooser.digit(digit) || window.features().note.digit(digit);
        }
        if (press.getCode() == KeyCode.SLASH) {
            window.commands().run(press.isShiftDown() ? Shortcut.HELP : Shortcut.RECALL);
            return true;
        }
        return window.parts().unknown.letter(press.getText());
    }

    private static int digit(KeyCode code) {
        return code.isDigitKey() ? code.getName().charAt(code.getName().length() - 1) - '0' : 0;
    }
}
