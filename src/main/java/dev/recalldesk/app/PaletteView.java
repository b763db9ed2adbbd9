package dev.recalldesk.app;

import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** The palette: a field and a list. Arrows move, Enter runs, Esc closes. */
final class PaletteView extends VBox {
    private final PaletteViewModel model;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<PaletteItem> list = new ListView<>();

    PaletteView(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().addAll("palette", "float");
        field.setId("palette-field");
        field.setPromptText(Text.get("palette.prompt"));
        field.setAccessibleText(Text.get("palette.prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        HBox head = Rows.row("palette-head", new Icon(Feather.SEARCH, "muted"), Rows.grow(field), new KeyHint("Esc"));

        list.setId("palette-list");
        list.setItems(model.items());
        list.setFocusTraversable(false);
        list.setAccessibleText(Text.get("palette.results"));
        list.setCellFactory(view -> new Cell());
        model.selectedProperty().subscribe(index -> {
            list.getSelectionModel().clearAndSelect(index.intValue());
            list.scrollTo(Math.max(0, index.intValue() - 2));
        });
        Label nothing = Rows.label(Text.get("palette.nothing"), "muted");
        list.setPlaceholder(nothing);
        getChildren().addAll(head, Rows.grow(list));
    }

    /** Starts anew and takes the focus, since the agent asked for it. */
    void open() {
        model.open();
        field.requestFocus();
    }

    /** More is known than when the question was asked. */
    void again() {
        model.again();
    }

    private void steer(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> run();
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void run() {
        Runnable action = model.chosen();
        close.run();
        action.run();
    }

    /** One line, with the name of its group above the first of each. */
    private final class Cell extends ListCell<PaletteItem> {
        private final Label group = Rows.label("", "section");
        private final Icon icon = new Icon(Feather.COMMAND, "muted");
        private final TextFlow title = marked();
        private final Label detail = Rows.label("", "meta");
        private final KeyHint keys = new KeyHint("");
        private final HBox line = Rows.row("palette-line", icon, title, detail, Rows.gap(), keys);
        private final VBox cell = Rows.column("palette-cell", group, line);

        Cell() {
            line.setFillHeight(false);
            setOnMouseClicked(click -> {
                if (!isEmpty()) {
                    model.select(getIndex());
                    run();
                }
            });
        }

        @Override
        protected void updateItem(PaletteItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            int index = getIndex();
            boolean first = index == 0 || list.getItems().get(index - 1).group() != item.group();
            Rows.show(group, first);
            group.setText(item.group().title());
            icon.show(item.icon());
            showTitle(item.title());
            detail.setText(item.detail());
            keys.setText(item.keys());
            Rows.show(keys, !item.keys().isEmpty());
            setAccessibleText(item.title() + " " + item.detail());
            setGraphic(cell);
        }

        private void showTitle(String words) {
            String typed = model.queryProperty().get().strip().toLowerCase(Locale.ROOT);
            int at = typed.isEmpty() ? -1 : words.toLowerCase(Locale.ROOT).indexOf(typed);
            if (at < 0) {
                title.getChildren().setAll(piece(words, "unmarked"));
                return;
            }
            int end = at + typed.length();
            title.getChildren()
                    .setAll(
                            piece(words.substring(0, at), "unmarked"),
                            piece(words.substring(at, end), "mark"),
                            piece(words.substring(end), "unmarked"));
        }

        private static TextFlow marked() {
            TextFlow flow = new TextFlow();
            flow.getStyleClass().add("marked-text");
            return flow;
        }

        private static javafx.scene.text.Text piece(String words, String style) {
            javafx.scene.text.Text piece = new javafx.scene.text.Text(words);
            piece.getStyleClass().add(style);
            return piece;
        }
    }
}
