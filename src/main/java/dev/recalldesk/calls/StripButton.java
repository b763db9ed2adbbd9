package dev.recalldesk.calls;

import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/** A button that can shrink to its icon; then its word is a tooltip. It is spoken with its word either way. */
final class StripButton extends Button {
    private final Icon icon;
    private final Label word = new Label();
    private final KeyHint key;
    private final Tooltip tooltip = new Tooltip();

    /** @param keys shown behind the word; empty for none */
    StripButton(String id, Ikon icon, String word, String keys, Runnable action) {
        this.icon = new Icon(icon, "small");
        key = new KeyHint(keys);
        setId(id);
        setFocusTraversable(true);
        setDefaultButton(false);
        getStyleClass().add("strip-button");
        setMinWidth(USE_PREF_SIZE);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(Rows.row("button-with-key", this.icon, this.word, key));
        setTooltip(tooltip);
        setOnAction(event -> action.run());
        show(icon, word, keys);
    }

    void show(Ikon shape, String text, String keys) {
        icon.show(shape);
        word.setText(text);
        key.setText(keys);
        setAccessibleText(text);
        tooltip.setText(keys.isEmpty() ? text : text + " (" + keys + ")");
        arrange(false);
    }

    void arrange(boolean narrow) {
        Rows.show(word, !narrow);
        Rows.show(key, !narrow && !key.getText().isEmpty());
    }
}
