package dev.recalldesk.calls;

import dev.recalldesk.ui.Icon;
import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The state of a call as a round badge. Decoration: the word always stands beside it or is spoken with it. */
final class CallBadge extends StackPane {
    private final Icon icon = new Icon(CallState.RINGING.icon());
    private @Nullable CallState shown;

    /** @param large 36 pixels at normal text size instead of 24 */
    CallBadge(boolean large) {
        getStyleClass().add("call-badge");
        pseudoClassStateChanged(PseudoClass.getPseudoClass("large"), large);
        getChildren().add(icon);
    }

    void show(CallState state) {
        if (shown != null) {
            getStyleClass().remove(shown.style());
        }
        shown = state;
        getStyleClass().add(state.style());
        icon.show(state.icon());
    }
}
