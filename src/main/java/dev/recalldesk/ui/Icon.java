package dev.recalldesk.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;

/**
 * A Feather icon as a glyph of its font, so that it takes its size (in em) and colour from the style sheet and grows with
 * the text. Decoration only: the words beside it, or the control it sits on, carry the meaning for a screen reader.
 */
public final class Icon extends Label {
    /** @param styles size and colour, such as {@code small} or {@code muted} */
    public Icon(Ikon icon, String... styles) {
        super(glyph(icon));
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("icon");
        getStyleClass().addAll(styles);
    }

    public void show(Ikon icon) {
        setText(glyph(icon));
    }

    private static String glyph(Ikon icon) {
        return Character.toString(icon.getCode());
    }
}
