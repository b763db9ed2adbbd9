package dev.recalldesk.timeline;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is remembered, newest first, in one scroll with whatever stands above it. */
public final class TimelineView extends StackPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private final TimelineViewModel timeline;
    private final Consumer<String> insert;
    private final Consumer<String> copy;
    private final ListView<Row> list = new ListView<>();
    private final Runnable look = this::look;

    /**
     * @param above scrolls with the rows, above the tabs; {@code null} for nothing
     * @param insert takes a fact with its date, for the note
     * @param copy takes a fact with source and date, for the clipboard
     */
    public TimelineView(
            TimelineViewModel timeline, @Nullable Node above, Consumer<String> insert, Consumer<String> copy) {
        this.timeline = timeline;
        this.insert = insert;
        this.copy = copy;
        getStyleClass().add("timeline");
        VBox top = Rows.column("timeline-top");
        if (above != null) {
            top.getChildren().add(above);
        }
        top.getChildren().add(new TimelineBar(timeline));
        list.setId("timeline");
        list.setAccessibleText(Text.get("timeline.list"));
        list.getStyleClass().add("feed-list");
        list.setCellFactory(view -> new TimelineCell(timeline, top, insert, copy));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setContextMenu(menu());
        getChildren().addAll(list, news());
        timeline.tabProperty().subscribe(tab -> list.setItems(timeline.rows(tab)));
        timeline.openedProperty().subscribe(() -> {
            list.getSelectionModel().clearSelection();
            list.scrollTo(0);
        });
        sceneProperty().subscribe((before, after) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(look);
            }
            if (after != null) {
                after.addPostLayoutPulseListener(look);
            }
        });
    }

    /** Moves the focus to the first entry, if there is one. */
    public void focusFirst() {
        list.requestFocus();
        if (list.getSelectionModel().getSelectedIndex() < 0) {
            move(1);
        }
    }

    private Node news() {
        Button news = Buttons.plain("timeline-news", "", Feather.ARROW_UP, () -> {
            timeline.showNew();
            list.scrollTo(0);
        });
        news.getStyleClass().add("news");
        StackPane.setAlignment(news, Pos.TOP_CENTER);
        for (Tab tab : Tab.values()) {
            timeline.waitingProperty(tab).subscribe(() -> count(news));
        }
        timeline.tabProperty().subscribe(() -> count(news));
        count(news);
        return news;
    }

    private void count(Button news) {
        int waiting = timeline.waitingProperty(timeline.tabProperty().get()).get();
        news.setText(
                timeline.tabProperty().get() == Tab.TIMELINE
                        ? Text.get("timeline.news", waiting)
                        : Text.get("timeline.news.summaries", waiting));
        Rows.show(news, waiting > 0);
    }

    private ContextMenu menu() {
        MenuItem quote = new MenuItem(Text.get("timeline.copy"));
        quote.setId("timeline-menu-copy");
        quote.setOnAction(click -> chosen(entry -> copy.accept(timeline.copyText(entry))));
        MenuItem put = new MenuItem(Text.get("timeline.insert"));
        put.setId("timeline-menu-insert");
        put.setOnAction(click -> chosen(entry -> insert.accept(timeline.insertText(entry))));
        return new ContextMenu(put, quote);
    }

    /** Tells which rows are on the screen, after every layout; costs the same however long the list is. */
    private void look() {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && last != null) {
                timeline.seen(first.getIndex(), last.getIndex());
            }
        }
    }

    private void key(KeyEvent event) {
        if (!list.equals(event.getTarget())) {
            return;
        }
        if (COPY.match(event)) {
            chosen(entry -> copy.accept(timeline.copyText(entry)));
            event.consume();
            return;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN, J -> move(1);
            case UP, K -> move(-1);
            case ENTER -> chosen(entry -> insert.accept(timeline.insertText(entry)));
            case V -> chosen(timeline::toggleVersions);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void chosen(Consumer<Row.Entry> act) {
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Entry entry) {
            act.accept(entry);
        }
    }

    private void move(int step) {
        int index = Math.max(0, list.getSelectionModel().getSelectedIndex()) + step;
        while (index > 0 && index < list.getItems().size()) {
            if (list.getItems().get(index) instanceof Row.Entry) {
                list.getSelectionModel().clearAndSelect(index);
                list.getFocusModel().focus(index);
                reveal(index);
                return;
            }
            index += step;
        }
        if (step < 0) {
            list.scrollTo(0);
        }
    }

    private void reveal(int index) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(index);
        }
    }
}
