package dev.recalldesk.app;

import atlantafx.base.controls.CaptionMenuItem;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.settings.ConnectionVerbs;
import dev.recalldesk.ui.ColourDot;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The name of the store in front, and behind it every other that can be brought there. */
final class StoreMenu extends MenuButton {
    private final StoreSwitch stores;
    private final StoreList list;
    /** What else there is, below the stores. */
    private final List<MenuItem> more;

    /**
     * @param verbs makes stores and connections
     * @param commands leads to the settings
     */
    StoreMenu(StoreSwitch stores, StoreList list, ConnectionVerbs verbs, Commands commands) {
        this.stores = stores;
        this.list = list;
        more = List.of(
                item("store-menu-new", Text.get("store.title"), verbs::newStore),
                item("store-menu-connect", Text.get("connect.title"), verbs::connect),
                item("store-menu-settings", Text.get("stores.settings"), () -> commands.run(Shortcut.SETTINGS)));
        setId("store-menu");
        getStyleClass().addAll("flat", "store-menu");
        setMnemonicParsing(false);
        list.groupsProperty().subscribe(groups -> {
            fill();
            name();
        });
        stores.frontProperty().subscribe(front -> name());
        stores.stateProperty().subscribe(state -> name());
        setOnShowing(showing -> {
            list.refresh();
            fill();
        });
    }

    private void name() {
        OpenStore front = stores.front().store();
        // It may be called otherwise by now than when the store was opened.
        Connection connection = list.groupsProperty().get().stream()
                .map(StoreList.Group::connection)
                .filter(one -> one.id().equals(front.connection().id()))
                .findFirst()
                .orElseGet(front::connection);
        if (stores.stateProperty().get() instanceof StoreSwitch.State.Opening(StoreChoice choice)) {
            setText(Text.get("stores.opening", choice.name()));
            setGraphic(new Icon(Feather.LOADER, "small", "accent"));
        } else {
            setText(front.storeName());
            setGraphic(dot(connection.colour()));
        }
        setAccessibleText(Text.get("stores.menu", getText(), StoreList.name(connection)));
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        for (StoreList.Group group : list.groupsProperty().get()) {
            items.add(new CaptionMenuItem(group.title()));
            group.stores().forEach(line -> items.add(item(line)));
        }
        items.add(new SeparatorMenuItem());
        items.addAll(more);
        getItems().setAll(items);
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private MenuItem item(StoreList.Line line) {
        StoreChoice choice = line.choice();
        String waiting = line.waiting() == 0 ? "" : Text.get("stores.waiting", line.waiting());
        RadioMenuItem item = new RadioMenuItem();
        item.setMnemonicParsing(false);
        item.setText(waiting.isEmpty() ? choice.name() : Text.get("stores.withWaiting", choice.name(), waiting));
        item.setSelected(stores.front().store().is(choice.connection().id(), choice.storeId()));
        item.setGraphic(dot(choice.connection().colour()));
        item.setOnAction(chosen -> stores.open(choice));
        return item;
    }

    /** The mark of a connection; nothing where it has none. */
    private static @Nullable Node dot(Connection.Colour colour) {
        if (colour == Connection.Colour.NONE) {
            return null;
        }
        return ColourDot.of(colour.name());
    }
}
