package dev.recalldesk.recall;

import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.TwoSides;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where the agent asks. The mode switch and the filters are there while it has the focus or a question. */
public final class RecallField extends VBox {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("field-focused");
    private final RecallViewModel recall;
    private final Runnable toResults;
    private final TextField text = new TextField();
    /** Held here, because nothing else would keep it from being collected. */
    private final BooleanBinding open;

    private final KeyHint hint = new KeyHint("");

    /**
     * @param key the shortcut that leads here, as shown on the field
     * @param toResults moves the focus to the results
     */
    public RecallField(RecallViewModel recall, String key, Runnable toResults) {
        this.recall = recall;
        this.toResults = toResults;
        getStyleClass().add("recall-field");
        HBox box = box(key);
        HBox modes = modes();
        RecallFilters filters = new RecallFilters(recall);
        Label cut = Rows.wrapped(Text.get("recall.cut"), "meta", "recall-cut");
        cut.setId("recall-cut");
        getChildren().addAll(new TwoSides(box, modes), cut, filters);
        BooleanBinding asked = Bindings.createBooleanBinding(recall::takesFeed, recall.stateProperty());
        open = focusWithinProperty().or(asked);
        open.subscribe(shown -> {
            Rows.show(modes, shown);
            Rows.show(filters, shown);
        });
        recall.searchProperty().subscribe(search -> Rows.show(cut, search.cut()));
    }

    /** Gives the field the focus, with the question selected so that typing replaces it. */
    public void focusField() {
        text.requestFocus();
        text.selectAll();
    }

    private HBox box(String key) {
        text.setId("recall-question");
        text.getStyleClass().add("bare-field");
        recall.customerNameProperty().subscribe(name -> {
            String prompt = name.isEmpty() ? Text.get("recall.prompt") : Text.get("recall.prompt.name", name);
            text.setPromptText(prompt);
            text.setAccessibleText(prompt);
        });
        recall.searchProperty().map(Search::question).subscribe(question -> {
            if (!question.equals(text.getText())) {
                text.setText(question);
            }
        });
        text.textProperty().subscribe(typed -> recall.ask(typed == null ? "" : typed));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> recall.takesFeed() ? Text.get("recall.key.clear") : key, recall.stateProperty()));
        HBox box = Rows.row("recall-box", new Icon(Feather.SEARCH, "muted"), Rows.grow(text), hint);
        text.focusedProperty().subscribe(focused -> box.pseudoClassStateChanged(FOCUSED, focused));
        box.setOnMouseClicked(click -> text.requestFocus());
        return box;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> recall.askNow();
            case ESCAPE -> recall.clear();
            case DOWN -> toResults.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private HBox modes() {
        ToggleGroup group = new ToggleGroup();
        HBox modes = Rows.row("segmented");
        modes.getStyleClass().add("recall-modes");
        for (Asking asking : Asking.values()) {
            ToggleButton button = new ToggleButton(asking.word());
            button.setId(asking.id());
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(click -> {
                button.setSelected(true);
                recall.choose(asking);
            });
            recall.searchProperty().subscribe(search -> button.setSelected(search.asking() == asking));
            modes.getChildren().add(button);
        }
        return modes;
    }
}
