package dev.recalldesk.settings;

import dev.recalldesk.connection.Check;
import dev.recalldesk.connection.Check.State;
import dev.recalldesk.connection.Trouble;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One check: how far it is, what it found, how long it took, and the ways on when it was not passed. */
final class CheckRow extends HBox {
    private final ConnectViewModel model;
    private final Check check;
    private final Supplier<String> host;
    private final Ways ways;
    private final Icon icon = new Icon(Feather.CIRCLE);
    private final Label title = Rows.wrapped("", "check-title");
    private final Label advice = Rows.wrapped("", "check-advice");
    private final FlowPane acts = new FlowPane();
    private final Label time = Rows.fixed("", "meta", "check-time");

    /** Where the ways on lead that are not the model's. */
    interface Ways {
        void changeAddress();

        void changeKey();
    }

    CheckRow(ConnectViewModel model, Check check, Supplier<String> host, Seconds seconds, Ways ways) {
        this.model = model;
        this.check = check;
        this.host = host;
        this.ways = ways;
        setId("check-" + check.name().toLowerCase(java.util.Locale.ROOT));
        getStyleClass().add("check-row");
        setAlignment(Pos.TOP_LEFT);
        acts.getStyleClass().add("check-acts");
        VBox words = Rows.column("check-words", title, advice, acts);
        getChildren().addAll(icon, Rows.grow(words), time);
        model.checkProperty(check).subscribe(this::show);
        model.stateProperty().subscribe(now -> {
            if (now instanceof ConnectViewModel.State.NotMade(MemoryFailure why)
                    && acts.getChildren().stream().findFirst().orElse(null) instanceof StoreNameField name) {
                name.refused(ConnectWords.whyNotMade(why));
            }
        });
        seconds.nowProperty().subscribe(now -> {
            if (model.checkProperty(check).get() instanceof State.Running(var since)) {
                long whole = Math.max(0, Duration.between(since, now).toSeconds());
                time.setText(whole < 1 ? "" : Text.get("time.seconds", whole));
            }
        });
    }

    /** The host it is about was written anew. */
    void rename() {
        show(model.checkProperty(check).get());
    }

    private void show(State state) {
        title.setText(ConnectWords.title(check, state, host.get()));
        getStyleClass().removeAll("waiting", "running", "passed", "failed", "harmless");
        icon.getStyleClass().removeAll("success", "danger", "warning", "accent", "muted");
        time.setText("");
        String spoken = "";
        List<Node> verbs = List.of();
        switch (state) {
            case State.Waiting() -> look("waiting", Feather.CIRCLE, "muted");
            case State.Running running -> {
                look("running", Feather.LOADER, "accent");
                spoken = Text.get("connect.spoken.running");
            }
            case State.Passed passed -> {
                look("passed", Feather.CHECK_CIRCLE, "success");
                time.setText(ConnectWords.took(passed.took()));
                spoken = Text.get("connect.spoken.passed");
            }
            case State.Failed failed -> {
                boolean harmless = failed.trouble().harmless() || failed.trouble() == Trouble.CHOOSE_STORE;
                look(
                        harmless ? "harmless" : "failed",
                        harmless ? Feather.ALERT_CIRCLE : Feather.X_CIRCLE,
                        harmless ? "warning" : "danger");
                time.setText(ConnectWords.took(failed.took()));
                spoken = Text.get("connect.spoken.failed");
                verbs = verbs(failed.trouble());
            }
        }
        advice.setText(state instanceof State.Failed failed ? ConnectWords.advice(failed.trouble()) : "");
        Rows.show(advice, state instanceof State.Failed);
        acts.getChildren().setAll(verbs);
        Rows.show(acts, !verbs.isEmpty());
        setAccessibleText(String.join(" ", title.getText(), spoken, advice.getText()));
    }

    private void look(String style, Feather shape, String colour) {
        getStyleClass().add(style);
        icon.show(shape);
        icon.getStyleClass().add(colour);
    }

    private List<Node> verbs(Trouble trouble) {
        List<Node> verbs = new ArrayList<>();
        switch (trouble) {
            case NO_SUCH_HOST, REFUSED, SILENT, BROKEN, OTHER_NAME, NOT_SAFE, NOT_THE_SERVICE, UNTRUSTED, EXPIRED ->
                verbs.add(
                        Buttons.plain("check-change-address", Text.get("connect.changeAddress"), ways::changeAddress));
            case CREDENTIALS, FORBIDDEN ->
                verbs.add(Buttons.plain("check-change-key", Text.get("connect.changeKey"), ways::changeKey));
            case CHOOSE_STORE, STORE_GONE, STORE_FAILED -> verbs.add(choice());
            case NO_STORES -> {
                return List.of(newStore());
            }
            case GROUPS_MISSING ->
                verbs.add(Buttons.plain("check-groups-create", Text.get("connect.createGroups"), model::createGroups));
            case THROTTLED, SERVER_FAULT, STORE_NOT_READY, UNEXPECTED -> {}
        }
        if (trouble != Trouble.GROUPS_MISSING && trouble != Trouble.CHOOSE_STORE) {
            verbs.add(Buttons.plain("check-again", Text.get("starting.again"), model::check));
        }
        return verbs;
    }

    private Node newStore() {
        return new StoreNameField(
                "check-store-name", Text.get("connect.createStore"), model::hindrance, model::createStore);
    }

    private Node choice() {
        // A list of its own: what is heard later belongs to another row, and must not choose in this one.
        ComboBox<Store> choice = new ComboBox<>(FXCollections.observableArrayList(model.stores()));
        choice.setId("check-store-choice");
        choice.setPromptText(Text.get("connect.chooseStore"));
        choice.setAccessibleText(Text.get("connect.chooseStore"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Store store) {
                return store == null ? "" : store.displayName();
            }

            @Override
            public @Nullable Store fromString(String name) {
                return choice.getItems().stream()
                        .filter(store -> store.displayName().equals(name))
                        .findFirst()
                        .orElse(null);
            }
        });
        choice.setOnAction(chosen -> {
            Store store = choice.getValue();
            if (store != null) {
                model.choose(store);
            }
        });
        return choice;
    }
}
