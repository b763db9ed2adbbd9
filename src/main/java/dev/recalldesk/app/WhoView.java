package dev.recalldesk.app;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.ui.Rows;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The right of the window: the customer, or what is known about a caller who is not one yet. */
final class WhoView extends StackPane {
    private final Node profile;
    private final Node caller;

    WhoView(Node profile, Node caller) {
        this.profile = profile;
        this.caller = caller;
        getStyleClass().add("who-pane");
        getChildren().addAll(profile, caller);
        show(null);
    }

    void show(@Nullable Encounter encounter) {
        boolean known = encounter != null && encounter.customer().isPresent();
        Rows.show(profile, known);
        Rows.show(caller, encounter != null && !known);
    }
}
