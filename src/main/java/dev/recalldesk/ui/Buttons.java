package dev.recalldesk.ui;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/** The four kinds of button. Each gets its id and its accessible name where it is made. */
public final class Buttons {
    private Buttons() {}

    /** The one main act of a pane. */
    public static Button primary(String id, String text, Runnable action) {
        Button button = plain(id, text, action);
        button.getStyleClass().add("accent");
        return button;
    }

    public static Button plain(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A plain button with an icon before its word. */
    public static Button plain(String id, String text, Ikon icon, Runnable action) {
        Button button = plain(id, text, action);
        button.setGraphic(new Icon(icon, "small"));
        return button;
    }

    /** A word without an edge. */
    public static Button flat(String id, String text, Runnable action) {
        Button button = plain(id, text, action);
        button.getStyleClass().add("flat");
        return button;
    }

    /** An icon alone; its name is spoken and shown as a tooltip. */
    public static Button icon(String id, Ikon icon, String name, Runnable action) {
        Button button = plain(id, "", action);
        button.setGraphic(new Icon(icon));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.getStyleClass().addAll("flat", "button-icon");
        return button;
    }

    /** Adds a key hint behind the word of a button. */
    public static Button withKey(Button button, String keys) {
        return withKey(button, new KeyHint(keys));
    }

    /** As {@link #withKey(Button, String)}, with a hint that its maker shows and hides. */
    public static Button withKey(Button button, KeyHint keys) {
        button.accessibleTextProperty().bind(button.textProperty());
        Label word = new Label();
        word.textProperty().bind(button.textProperty());
        button.setGraphic(Rows.row("button-with-key", word, keys));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }
}
