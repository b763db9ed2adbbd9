package dev.recalldesk.recall;

import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.EmptyState;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Skeleton;
import dev.recalldesk.ui.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The answer to a question: rows, or why there are none. */
public final class RecallResults extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private final RecallViewModel recall;
    private final Consumer<String> insert;
    private final Consumer<String> copy;
    private final Runnable back;
    private final ListView<RecallRow> list = new ListView<>();

    /**
     * @param insert takes a fact with its date, for the note
     * @param copy takes a fact with source and date, for the clipboard
     * @param back gives the focus back to the field
     */
    public RecallResults(RecallViewModel recall, Consumer<String> insert, Consumer<String> copy, Runnable back) {
        this.recall = recall;
        this.insert = insert;
        this.copy = copy;
        this.back = back;
        getStyleClass().add("recall-results");
        list.setId("recall-results");
        list.setAccessibleText(Text.get("recall.results"));
        list.getStyleClass().add("feed-list");
        list.setItems(recall.rows());
        list.setCellFactory(view -> new RecallCell(recall, insert, copy));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        recall.stateProperty().subscribe(this::show);
    }

    /** Moves the focus to the first finding, if there is one. */
    public void focusFirst() {
        int first = next(-1, 1);
        if (first >= 0) {
            list.requestFocus();
            choose(first);
        }
    }

    private void show(RecallState state) {
        switch (state) {
            case RecallState.Idle idle -> getChildren().clear();
            case RecallState.Searching(Answer before) ->
                getChildren().setAll(before == null ? new Skeleton(5) : grown());
            case RecallState.Found found -> getChildren().setAll(grown());
            case RecallState.Nothing(Answer answer) -> getChildren().setAll(nothing(answer.search()));
            case RecallState.Failed(var failure, Answer before) -> {
                Button retry = Buttons.plain("recall-retry", Text.get("recall.retry"), recall::askNow);
                String help = FailureWords.help(failure, recall.zone()) + " " + Text.get("recall.failed.rest");
                Banner banner = new Banner(Banner.Kind.WARNING, FailureWords.cause(failure), help, retry);
                getChildren().setAll(before == null ? List.of(banner) : List.of(banner, grown()));
            }
        }
    }

    private Node grown() {
        return Rows.grow(list);
    }

    private Node nothing(Search search) {
        List<Node> acts = new ArrayList<>();
        if (search.asking() != Asking.RECENT && search.threshold() > 0) {
            String lower = Text.get("recall.nothing.lower", RecallWords.score(search.lower()));
            acts.add(Buttons.plain("recall-lower", lower, recall::lower));
        }
        if (search.range() != DateRange.ANY) {
            acts.add(Buttons.plain(
                    "recall-all-years", Text.get("recall.nothing.years"), () -> recall.choose(DateRange.ANY)));
        }
        if (search.asking() != Asking.RECENT) {
            acts.add(Buttons.plain(
                    "recall-newest",
                    Text.get("recall.nothing.newest"),
                    Feather.CLOCK,
                    () -> recall.choose(Asking.RECENT)));
        }
        // It scrolls where large text leaves it little room, so that it never pushes the note away.
        ScrollPane scroll = new ScrollPane(new EmptyState(
                RecallWords.nothingTitle(search), RecallWords.nothingSearched(search), acts.toArray(Node[]::new)));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return Rows.grow(scroll);
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            chosen(finding -> copy.accept(recall.copyText(finding)));
            event.consume();
            return;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN, J -> move(1);
            case UP, K -> move(-1);
            case ENTER -> chosen(finding -> insert.accept(recall.insertText(finding)));
            case ESCAPE -> {
                back.run();
                recall.clear();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void chosen(Consumer<Finding> act) {
        if (list.getSelectionModel().getSelectedItem() instanceof RecallRow.Line line) {
            act.accept(line.finding());
        }
    }

    private void move(int step) {
        int to = next(list.getSelectionModel().getSelectedIndex(), step);
        if (to >= 0) {
            choose(to);
        } else if (step < 0) {
            back.run();
        }
    }

    private int next(int from, int step) {
        int index = from + step;
        while (index >= 0 && index < recall.rows().size()) {
            if (recall.rows().get(index) instanceof RecallRow.Line) {
                return index;
            }
            index += step;
        }
        return -1;
    }

    private void choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.getFocusModel().focus(index);
        list.scrollTo(Math.max(0, index - 2));
    }
}
