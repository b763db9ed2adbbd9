package dev.recalldesk.recall;

import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** A cell of the answer: a section header or a finding. Both shapes are made once. */
final class RecallCell extends ListCell<RecallRow> {
    private final FindingRow line;
    private final Label title = Rows.fixed("", "strong");
    private final Label count = Rows.fixed("", "meta");
    private final HBox section;

    RecallCell(RecallViewModel recall, Consumer<String> insert, Consumer<String> copy) {
        line = new FindingRow(recall, insert, copy);
        HBox keys = Rows.row(
                "gap-4",
                new KeyHint(Text.get("recall.key.move")),
                Rows.label(Text.get("recall.key.move.word"), "meta"),
                new KeyHint(Text.get("recall.key.insert")),
                Rows.label(Text.get("recall.key.insert.word"), "meta"));
        keys.visibleProperty().bind(indexProperty().isEqualTo(0));
        section = Rows.row("feed-section", title, count, Rows.gap(), keys);
        section.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        setPrefWidth(0);
        selectedProperty().subscribe(line::choose);
    }

    @Override
    protected void updateItem(RecallRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            setAccessibleHelp(null);
            return;
        }
        switch (item) {
            case RecallRow.Section header -> {
                title.setText(header.kind().title());
                count.setText(Integer.toString(header.count()));
                setAccessibleText(Text.get("recall.section.spoken", title.getText(), header.count()));
                setAccessibleHelp(null);
                setGraphic(section);
            }
            case RecallRow.Line found -> {
                line.show(found.finding());
                setAccessibleText(line.getAccessibleText());
                setAccessibleHelp(line.getAccessibleHelp());
                setGraphic(line);
            }
        }
    }
}
