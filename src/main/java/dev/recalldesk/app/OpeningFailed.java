package dev.recalldesk.app;

import dev.recalldesk.connection.ConnectionUnusable;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.settings.ConnectionVerbs;
import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Says that a store could not be opened, and that the one in front goes on. Takes no room while there is nothing to say. */
final class OpeningFailed extends StackPane {
    private final StoreSwitch stores;
    private final ConnectionVerbs verbs;

    OpeningFailed(StoreSwitch stores, ConnectionVerbs verbs) {
        this.stores = stores;
        this.verbs = verbs;
        getStyleClass().add("opening-failed");
        stores.stateProperty().subscribe(state -> {
            getChildren().clear();
            if (state instanceof StoreSwitch.State.Failed(StoreChoice choice, Exception reason, Runnable again)) {
                getChildren().add(banner(choice, reason, again));
            }
            Rows.show(this, !getChildren().isEmpty());
        });
    }

    private Banner banner(StoreChoice choice, Exception reason, Runnable again) {
        List<Node> acts = new ArrayList<>();
        acts.add(Buttons.plain("opening-again", Text.get("starting.again"), again));
        if (!choice.connection().local()) {
            acts.add(Buttons.plain("opening-change", Text.get("connections.change"), () -> {
                stores.stay();
                verbs.change(choice.connection());
            }));
        }
        acts.add(Buttons.icon("opening-stay", Feather.X, Text.get("close"), stores::stay));
        return new Banner(
                Banner.Kind.DANGER,
                Text.get("stores.failed", choice.name()),
                Text.get(
                        "stores.failed.rest",
                        sentence(reason),
                        stores.front().store().storeName()),
                acts.toArray(Node[]::new));
    }

    private static String sentence(Exception reason) {
        return switch (reason) {
            case ConnectionUnusable unusable ->
                Text.get(
                        switch (unusable.reason()) {
                            case SECRET -> "stores.failed.secret";
                            case ADDRESS -> "stores.failed.address";
                        });
            case DraftNotKept draft -> Text.get("stores.failed.draft");
            case MemoryFailure.NotFound gone -> Text.get("stores.failed.gone");
            case MemoryFailure failure -> FailureWords.sentences(failure, ZoneId.systemDefault());
            default -> String.valueOf(reason.getMessage());
        };
    }
}
