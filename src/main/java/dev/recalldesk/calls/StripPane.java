package dev.recalldesk.calls;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The calls above the panes: one or two cards, and a button for the rest. Takes no room without a call and never the
 * focus. UI thread.
 */
public final class StripPane extends HBox {
    private final CallsViewModel model;
    private final Seconds seconds;
    private final ZoneId zone;
    private final String store;
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private final Map<String, CallCard> cards = new HashMap<>();
    private final ContextMenu others = new ContextMenu();
    private final Button more = new Button();

    /** @param store the name of the memory store, for what is said about a number nobody has */
    public StripPane(CallsViewModel model, Seconds seconds, ZoneId zone, String store) {
        this.model = model;
        this.seconds = seconds;
        this.zone = zone;
        this.store = store;
        setId("call-strip");
        getStyleClass().add("call-strip");
        setAccessibleText(Text.get("calls.strip"));
        more.setId("strip-more");
        more.getStyleClass().addAll("strip-more", "sheet");
        more.setMinWidth(USE_PREF_SIZE);
        more.setMaxHeight(Double.MAX_VALUE);
        more.setOnAction(event -> others.show(more, Side.BOTTOM, 0, 0));
        InvalidationListener refresh = change -> refresh();
        model.open().addListener(refresh);
        model.selectedProperty().addListener(refresh);
        narrow.addListener(refresh);
        refresh();
    }

    /** Whether buttons are icons alone. */
    public BooleanProperty narrowProperty() {
        return narrow;
    }

    private void refresh() {
        StripChoice choice = StripChoice.of(model);
        List<String> keys = model.open().stream().map(Encounter::key).toList();
        cards.keySet().retainAll(keys);
        boolean alone = choice.shown().size() == 1;
        List<Node> row = new ArrayList<>();
        for (Encounter call : choice.shown()) {
            CallCard card = cards.computeIfAbsent(call.key(), key -> new CallCard(key, model, seconds, zone, store));
            HBox.setHgrow(card, Priority.ALWAYS);
            card.show(call, alone, narrow.get());
            row.add(card);
        }
        if (!choice.waiting().isEmpty()) {
            more.setText(Text.get("calls.more", choice.waiting().size()));
            more.setAccessibleText(
                    Text.get("calls.more.spoken", choice.waiting().size()));
            others.getItems().setAll(choice.waiting().stream().map(this::item).toList());
            row.add(more);
        }
        if (!getChildren().equals(row)) {
            getChildren().setAll(row);
        }
        Rows.show(this, !row.isEmpty());
    }

    private MenuItem item(Encounter call) {
        MenuItem item = new MenuItem(
                CallWords.title(call) + ", " + CallState.of(call.phase()).word());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.select(call.key()));
        return item;
    }
}
