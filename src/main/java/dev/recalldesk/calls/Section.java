package dev.recalldesk.calls;

import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** One of the ways on: a headline with a sentence that can be pressed, and what it opens. */
final class Section extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private final Node content;
    private final Label why;
    private final Head head;

    /** @param key does the same as pressing the headline */
    Section(String id, Ikon icon, String title, String sentence, String key, Node content, Runnable pressed) {
        this.content = content;
        getStyleClass().add("way");
        StackPane badge = new StackPane(new Icon(icon, "small"));
        badge.getStyleClass().add("way-badge");
        badge.setMaxHeight(USE_PREF_SIZE);
        why = Rows.wrapped(sentence, "muted");
        VBox words = Rows.column("way-words", Rows.wrapped(title, "strong"), why);
        head = new Head(pressed);
        head.setId(id);
        head.setAccessibleText(title);
        head.setAccessibleHelp(sentence);
        head.getChildren().addAll(badge, Rows.grow(words), new KeyHint(key));
        getChildren().addAll(head, content);
        open(false);
    }

    void say(String sentence) {
        why.setText(sentence);
        head.setAccessibleHelp(sentence);
    }

    void open(boolean open) {
        Rows.show(content, open);
        pseudoClassStateChanged(OPEN, open);
    }

    /** A button in all but name: a real one would measure its height without wrapping the sentence. */
    private static final class Head extends HBox {
        private final Runnable pressed;

        Head(Runnable pressed) {
            this.pressed = pressed;
            getStyleClass().add("way-head");
            setAlignment(Pos.TOP_LEFT);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.BUTTON);
            setOnMouseClicked(click -> pressed.run());
            setOnKeyPressed(press -> {
                if (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE) {
                    pressed.run();
                    press.consume();
                }
            });
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.FIRE) {
                pressed.run();
            } else {
                super.executeAccessibleAction(action, parameters);
            }
        }
    }
}
