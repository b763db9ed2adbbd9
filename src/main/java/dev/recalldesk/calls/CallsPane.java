package dev.recalldesk.calls;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.EmptyState;
import dev.recalldesk.ui.Nodes;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The left pane: calls that are open, calls that are over, and a place for the outbox line. UI thread. */
public final class CallsPane extends VBox {
    /** An entry of the "+" menu. */
    public record Entry(String label, Runnable action) {}

    private final CallsViewModel model;
    private final ZoneId zone;
    private final BooleanProperty rail = new SimpleBooleanProperty(this, "rail");
    private final ListView<CallRow> list = new ListView<>();
    private final Region gap = Rows.gap();
    private final Label title = Rows.label(Text.get("calls.title"), "section");

    /**
     * @param entries of the "+" menu; without any there is no such button
     * @param bottom shown below the list
     */
    public CallsPane(CallsViewModel model, Seconds seconds, ZoneId zone, List<Entry> entries, Node bottom) {
        this.model = model;
        this.zone = zone;
        getStyleClass().add("calls-pane");
        setId("calls-pane");
        list.setId("calls-list");
        list.setAccessibleText(Text.get("calls.title"));
        list.setCellFactory(view -> new CallCell(seconds, zone, rail::get, this::activate));
        list.setOnKeyPressed(press -> {
            CallRow row = list.getSelectionModel().getSelectedItem();
            if (row != null && (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE)) {
                activate(row);
                press.consume();
            }
        });
        EmptyState empty = new EmptyState(Text.get("calls.none.title"), Text.get("calls.none.sentence"));
        StackPane middle = new StackPane(list, empty);
        middle.getStyleClass().add("calls-middle");
        // What is said in an empty list is high in a rail, where it is not shown.
        middle.setMinHeight(0);
        list.setMinHeight(0);
        empty.managedProperty().bind(empty.visibleProperty());
        getChildren().addAll(head(entries), Rows.grow(middle), bottom);
        InvalidationListener refill = change -> refill();
        model.open().addListener(refill);
        model.past().addListener(refill);
        model.selectedProperty().addListener(refill);
        refill();
        empty.visibleProperty().bind(rail.not().and(Bindings.isEmpty(list.getItems())));
        // A list without any height is not laid out and would show what it showed before.
        list.visibleProperty()
                .bind(empty.visibleProperty().not().and(middle.heightProperty().greaterThan(0)));
        rail.subscribe(this::narrow);
    }

    /** Whether the pane is a rail: badge over time, names in tooltips. */
    public BooleanProperty railProperty() {
        return rail;
    }

    private HBox head(List<Entry> entries) {
        HBox head = Rows.row("calls-head", title, gap);
        if (!entries.isEmpty()) {
            ContextMenu menu = new ContextMenu();
            for (Entry entry : entries) {
                MenuItem item = new MenuItem(entry.label());
                item.setMnemonicParsing(false);
                item.setOnAction(event -> entry.action().run());
                menu.getItems().add(item);
            }
            Button add = Buttons.icon("calls-add", Feather.PLUS, Text.get("calls.add"), () -> {});
            add.getStyleClass().add("compact");
            add.setOnAction(event -> menu.show(add, Side.BOTTOM, 0, 0));
            head.getChildren().add(add);
        }
        return head;
    }

    private void activate(CallRow row) {
        switch (row) {
            case CallRow.Open open -> model.select(open.call().key());
            case CallRow.Past past -> model.reopen(past.call());
            case CallRow.Day _ -> list.requestFocus();
        }
    }

    /** Rows are changed one by one, so that selection and scroll hold while calls change. */
    private void refill() {
        List<CallRow> rows = CallRow.of(model, zone);
        int same = Math.min(rows.size(), list.getItems().size());
        for (int i = 0; i < same; i++) {
            if (!rows.get(i).equals(list.getItems().get(i))) {
                list.getItems().set(i, rows.get(i));
            }
        }
        list.getItems().remove(same, list.getItems().size());
        list.getItems().addAll(rows.subList(same, rows.size()));
    }

    private void narrow(boolean narrow) {
        Nodes.style(this, "rail", narrow);
        Rows.show(title, !narrow);
        Rows.show(gap, !narrow);
        list.refresh();
    }
}
