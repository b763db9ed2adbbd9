package dev.recalldesk.timeline;

import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Rows;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A cell of the timeline. Each shape a row can have is made once per cell and then only filled. */
final class TimelineCell extends ListCell<Row> {
    private static final PseudoClass ENTRY = PseudoClass.getPseudoClass("entry");
    private final TimelineViewModel timeline;
    private final EntryRow entry;
    private final Label day = Rows.label("", "strong");
    private final HBox dayRow = Rows.row("feed-section", day);
    private final VersionsRow versions;
    private final TopSlot top;
    private final EndRow end;

    TimelineCell(TimelineViewModel timeline, Node above, Consumer<String> insert, Consumer<String> copy) {
        this.timeline = timeline;
        entry = new EntryRow(timeline, insert, copy);
        versions = new VersionsRow(timeline);
        top = new TopSlot(above);
        end = new EndRow(timeline);
        setPrefWidth(0);
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (!(getItem() instanceof Row.Entry)) {
                press.consume();
            }
        });
    }

    @Override
    protected void updateItem(Row item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(ENTRY, item instanceof Row.Entry);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case Row.Top header -> put(top, null);
            case Row.Day header -> {
                day.setText(Ages.day(header.day(), LocalDate.ofInstant(timeline.now(), timeline.zone())));
                put(dayRow, day.getText());
            }
            case Row.Entry fact -> {
                entry.show(fact);
                put(entry, entry.getAccessibleText());
            }
            case Row.Versions history -> {
                versions.show(history);
                put(versions, null);
            }
            case Row.Notice notice -> {
                end.show(notice.cause());
                put(end, null);
            }
            case Row.More more -> {
                end.show(more.coming());
                put(end, null);
            }
        }
    }

    private void put(Node node, @Nullable String spoken) {
        setAccessibleText(spoken);
        setGraphic(node);
    }
}
