package dev.recalldesk.app;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * One floating panel over the panes, with everything behind it dimmed. Esc or a click beside it closes it, and the focus
 * goes back to where it was.
 */
final class Overlay extends StackPane {
    private @Nullable Node focusBefore;
    private @Nullable Region panel;

    Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        setOnMousePressed(press -> {
            if (press.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    boolean isOpen() {
        return isVisible();
    }

    /** Whether a panel of this kind is open. */
    boolean shows(Class<? extends Region> kind) {
        return isOpen() && kind.isInstance(panel);
    }

    void open(Region panel) {
        if (!isOpen()) {
            focusBefore = getScene().getFocusOwner();
        }
        this.panel = panel;
        Region shadow = new Region();
        shadow.getStyleClass().add("float-shadow");
        shadow.setMouseTransparent(true);
        StackPane framed = new StackPane(shadow, panel);
        framed.maxWidthProperty().bind(panel.maxWidthProperty());
        framed.setMaxHeight(USE_PREF_SIZE);
        getChildren().setAll(framed);
        setVisible(true);
        panel.requestFocus();
    }

    void close() {
        if (!isOpen()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        panel = null;
        if (focusBefore != null && getScene().equals(focusBefore.getScene())) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }
}
