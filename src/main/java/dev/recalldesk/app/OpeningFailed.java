package dev.recalldesk.app;

import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Says that a store could not be opened, and that the one in front goes on. Takes no room while there is nothing to say. */
final class OpeningFailed extends StackPane {
    OpeningFailed(StoreSwitch stores) {
        getStyleClass().add("opening-failed");
        stores.stateProperty().subscribe(state -> {
            getChildren().clear();
            if (state instanceof StoreSwitch.State.Failed(StoreChoice choice, Exception reason)) {
                getChildren().add(banner(stores, choice, reason));
            }
            Rows.show(this, !getChildren().isEmpty());
        });
    }

    private static Banner banner(StoreSwitch stores, StoreChoice choice, Exception reason) {
        return new Banner(
                Banner.Kind.DANGER,
                Text.get("stores.failed", choice.name()),
                Text.get(
                        "stores.failed.rest",
                        String.valueOf(reason.getMessage()),
                        stores.front().store().storeName()),
                Buttons.plain("opening-again", Text.get("starting.again"), () -> stores.open(choice)),
                Buttons.icon("opening-stay", Feather.X, Text.get("close"), stores::stay));
    }
}
