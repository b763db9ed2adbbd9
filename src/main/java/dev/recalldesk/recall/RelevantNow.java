package dev.recalldesk.recall;

import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Skeleton;
import dev.recalldesk.ui.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What may matter now, without being asked: at most three rows above the timeline. */
public final class RelevantNow extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private final Label how = Rows.label("", "meta");
    private final Button all;
    private final HBox header;
    private final List<FindingRow> rows = new ArrayList<>();
    private final RecallViewModel recall;
    private int most = Relevant.MOST;

    /**
     * @param insert takes a fact with its date, for the note
     * @param copy takes a fact with source and date, for the clipboard
     */
    public RelevantNow(RecallViewModel recall, Consumer<String> insert, Consumer<String> copy) {
        this.recall = recall;
        getStyleClass().add("relevant-now");
        all = Buttons.flat("relevant-all", "", recall::showAllRelevant);
        all.getStyleClass().add("link");
        header = Rows.row(
                "feed-section", Rows.fixed(Text.get("recall.relevant"), "strong"), Rows.grow(how), Rows.gap(), all);
        for (int i = 0; i < Relevant.MOST; i++) {
            FindingRow row = new FindingRow(recall, insert, copy);
            row.setId("relevant-" + i);
            row.setFocusTraversable(true);
            row.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> row.requestFocus());
            row.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(row, event));
            rows.add(row);
        }
        recall.relevantProperty().subscribe(this::show);
    }

    /**
     * Leaves room for what stands below.
     *
     * @param rows how many to show at the most, 1 to {@link Relevant#MOST}
     */
    public void showAtMost(int rows) {
        if (rows != most) {
            most = rows;
            show(recall.relevantProperty().get());
        }
    }

    private void show(Relevant relevant) {
        Rows.show(this, !(relevant instanceof Relevant.Nothing));
        switch (relevant) {
            case Relevant.Nothing nothing -> getChildren().clear();
            case Relevant.Waiting waiting -> {
                heading("", 0);
                getChildren().setAll(header, new Skeleton(most));
            }
            case Relevant.Failed failed -> {
                heading("", 0);
                Banner banner = new Banner(
                        Banner.Kind.QUIET, FailureWords.cause(failed.failure()), Text.get("recall.relevant.failed"));
                getChildren().setAll(header, banner);
            }
            case Relevant.Some some -> {
                heading(RecallWords.unasked(some.mode()), some.all());
                getChildren().setAll(header);
                for (int i = 0; i < Math.min(most, some.best().size()); i++) {
                    rows.get(i).show(some.best().get(i));
                    getChildren().add(rows.get(i));
                }
            }
        }
    }

    private void heading(String found, int count) {
        how.setText(found);
        all.setText(Text.get("recall.relevant.all", count));
        Rows.show(all, count > most);
    }

    private void key(FindingRow row, KeyEvent event) {
        if (COPY.match(event)) {
            row.copy();
            event.consume();
            return;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> row.insert();
            case DOWN, J -> step(row, 1);
            case UP, K -> step(row, -1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(FindingRow from, int by) {
        int to = rows.indexOf(from) + by;
        if (to >= 0 && to < rows.size() && rows.get(to).getScene() != null) {
            rows.get(to).requestFocus();
        }
    }
}
