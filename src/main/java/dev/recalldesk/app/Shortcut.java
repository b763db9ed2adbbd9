package dev.recalldesk.app;

import dev.recalldesk.ui.Text;
import javafx.scene.input.KeyCombination;

/** Every key combination of the window. The help sheet, the palette, hints and tests all read this list. */
public enum Shortcut {
    PALETTE("Shortcut+K", "shortcut.palette"),
    RECALL("Shortcut+F", "shortcut.recall"),
    NOTE("Shortcut+N", "shortcut.note"),
    FINISH("Shortcut+Shift+Enter", "shortcut.finish"),
    ANSWER("Shortcut+Shift+A", "shortcut.answer"),
    HOLD("Shortcut+Shift+H", "shortcut.hold"),
    HANG_UP("Shortcut+Shift+R", "shortcut.hangUp"),
    NEXT_CALL("Ctrl+Tab", "shortcut.nextCall"),
    PREVIOUS_CALL("Ctrl+Shift+Tab", "shortcut.previousCall"),
    RING("Shortcut+R", "shortcut.ring"),
    REFRESH("F5", "shortcut.refresh"),
    COPY_CONTEXT("Shortcut+Shift+X", "profile.context"),
    NEXT_PANE("F6", "shortcut.nextPane"),
    CALLS_PANE("Shortcut+1", "shortcut.callsPane"),
    SHEET_PANE("Shortcut+2", "shortcut.sheetPane"),
    WHO_PANE("Shortcut+3", "shortcut.whoPane"),
    TEXT_LARGER("Shortcut+Plus", "shortcut.textLarger"),
    TEXT_SMALLER("Shortcut+Minus", "shortcut.textSmaller"),
    TASKS("Shortcut+B", "shortcut.tasks"),
    SETTINGS("Shortcut+Comma", "shortcut.settings"),
    HELP("F1", "shortcut.help");

    private final String combination;
    private final String key;

    Shortcut(String combination, String key) {
        this.combination = combination;
        this.key = key;
    }

    public KeyCombination combination() {
        return KeyCombination.valueOf(combination);
    }

    /** What it does, as the help sheet and the palette say it. */
    public String description() {
        return Text.get(key);
    }

    /** The keys as this system writes them. */
    public String keys() {
        return Keys.written(combination);
    }
}
