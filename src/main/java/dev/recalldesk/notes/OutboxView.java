package dev.recalldesk.notes;

import dev.recalldesk.desk.Note;
import dev.recalldesk.ui.EmptyState;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** All notes on their way, newest first. It scrolls. */
public final class OutboxView extends ScrollPane {
    private final Map<Note, OutboxItem> items = new HashMap<>();
    private final VBox list = Rows.column("outbox-list");
    private final OutboxViewModel model;
    private final ZoneId zone;
    private final Subscription following;

    public OutboxView(OutboxViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        setId("outbox-list");
        getStyleClass().add("outbox");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleText(Text.get("notes.outbox"));
        setContent(list);
        following = model.notes().subscribe(this::show);
        show();
    }

    /** Follows the notes no longer; they outlive every list of them. */
    void close() {
        following.unsubscribe();
    }

    /** As high as the rows are at this width; a scroll pane alone would ask how high they are when nothing wraps. */
    @Override
    protected double computePrefHeight(double width) {
        return list.prefHeight(prefWidth(-1)) + snappedTopInset() + snappedBottomInset();
    }

    /** A note that did not change keeps its row, so that a verb under the pointer stays there. */
    private void show() {
        List<Note> notes = model.notes();
        items.keySet().retainAll(notes);
        List<OutboxItem> rows = notes.stream()
                .map(note -> items.computeIfAbsent(note, added -> new OutboxItem(added, model, zone)))
                .toList();
        if (rows.isEmpty()) {
            list.getChildren()
                    .setAll(new EmptyState(Text.get("notes.outbox.none"), Text.get("notes.outbox.none.rest")));
        } else {
            list.getChildren().setAll(rows);
        }
    }
}
