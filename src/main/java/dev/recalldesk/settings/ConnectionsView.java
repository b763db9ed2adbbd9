package dev.recalldesk.settings;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Connections;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.ColourDot;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.TwoSides;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The connections in the settings: what each leads to, which one the desk opens with, and what can be done about them. */
final class ConnectionsView extends VBox {
    private final SettingsViewModel model;
    private final ConnectionVerbs verbs;
    private final VBox rows = Rows.column("connection-rows");

    /** @param place where the memory of this computer is, in words */
    ConnectionsView(SettingsViewModel model, ConnectionVerbs verbs, String place) {
        this.model = model;
        this.verbs = verbs;
        setId("settings-connections");
        getStyleClass().add("connections");
        getChildren()
                .addAll(
                        rows,
                        Rows.row(
                                "gap-8",
                                Buttons.plain(
                                        "connections-add", Text.get("connect.title"), Feather.LINK, verbs::connect),
                                Buttons.plain(
                                        "connections-store", Text.get("store.title"), Feather.PLUS, verbs::newStore)));
        model.settingsProperty()
                .map(Settings::connections)
                .subscribe(now -> rows.getChildren()
                        .setAll(now.all().stream()
                                .map(one -> row(now, one, place))
                                .toList()));
    }

    private Node row(Connections all, Connection connection, String place) {
        String name = connection.local() ? Text.get("stores.local") : connection.name();
        boolean first = all.opening().equals(connection);
        List<Node> head = new ArrayList<>();
        head.add(Rows.label(name, "strong"));
        if (first) {
            head.add(Chip.filled(Text.get("connections.first")));
        }
        HBox title = Rows.row("gap-8", head.toArray(Node[]::new));
        VBox words = Rows.column("settings-words", title, Rows.wrapped(where(connection, place), "meta"));
        StackPane holder = new StackPane();
        Region mark = ColourDot.of(connection.colour().name());
        Rows.show(mark, connection.colour() != Connection.Colour.NONE);
        Node row = new TwoSides(Rows.row("gap-12", mark, words), acts(connection, name, first, holder));
        holder.getChildren().setAll(row);
        holder.getStyleClass().add("connection-row");
        return holder;
    }

    private static String where(Connection connection, String place) {
        if (connection.local()) {
            return Text.get("settings.memory.place", place);
        }
        String address = connection.address().isEmpty() ? Text.get("connections.twilio") : connection.address();
        return connection.storeName().isEmpty()
                ? address
                : Text.get("connections.where", connection.storeName(), address);
    }

    private HBox acts(Connection connection, String name, boolean first, StackPane holder) {
        List<Node> acts = new ArrayList<>();
        if (!first) {
            acts.add(spoken(
                    Buttons.plain(
                            "connection-first",
                            Text.get("connections.openFirst"),
                            () -> model.connections(model.now().connections().openingWith(connection.id()))),
                    name));
        }
        if (!connection.local()) {
            acts.add(spoken(
                    Buttons.plain("connection-change", Text.get("connections.change"), () -> verbs.change(connection)),
                    name));
            acts.add(spoken(
                    Buttons.plain(
                            "connection-remove",
                            Text.get("connections.remove"),
                            () -> holder.getChildren()
                                    .setAll(sure(
                                            connection,
                                            name,
                                            holder,
                                            holder.getChildren().getFirst()))),
                    name));
        }
        HBox row = Rows.row("gap-8", acts.toArray(Node[]::new));
        Rows.show(row, !acts.isEmpty());
        return row;
    }

    /** Asks in the place of the row what cannot be taken back. */
    private Node sure(Connection connection, String name, StackPane holder, Node row) {
        int waiting = verbs.waiting(connection);
        String rest = waiting == 0 ? Text.get("connections.sure.rest") : Text.get("connections.sure.waiting", waiting);
        Button remove =
                Buttons.plain("connection-remove-sure", Text.get("connections.remove"), () -> verbs.remove(connection));
        remove.getStyleClass().add("danger");
        Button keep = Buttons.plain(
                "connection-keep",
                Text.get("connections.keep"),
                () -> holder.getChildren().setAll(row));
        VBox words = Rows.column(
                "settings-words",
                Rows.wrapped(Text.get("connections.sure", name), "strong"),
                Rows.wrapped(rest, "meta"));
        return new TwoSides(words, Rows.row("gap-8", keep, remove));
    }

    private static Button spoken(Button button, String name) {
        button.setAccessibleText(Text.get("connections.spoken", button.getText(), name));
        return button;
    }
}
