package dev.recalldesk.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** The keys that do the same as the thing it stands on. */
public final class KeyHint extends Label {
    public KeyHint(String keys) {
        super(keys);
        setAccessibleRole(AccessibleRole.NODE);
        getStyleClass().add("key-hint");
        setMinWidth(USE_PREF_SIZE);
    }
}
