package dev.recalldesk.app;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every key combination on one sheet. */
final class ShortcutSheet extends VBox {
    ShortcutSheet(Runnable close) {
        setId("shortcut-sheet");
        getStyleClass().addAll("shortcut-sheet", "float");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setPercentWidth(35);
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setPercentWidth(15);
        narrow.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(wide, narrow, wide, narrow);
        Shortcut[] all = Shortcut.values();
        int rows = (all.length + 2) / 2;
        for (int i = 0; i < all.length; i++) {
            add(grid, i, rows, all[i].description(), all[i].keys());
        }
        add(grid, all.length, rows, Text.get("shortcut.openCall"), "Alt 1 … 9");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        getChildren()
                .addAll(
                        Rows.row(
                                "overlay-head",
                                Rows.label(Text.get("shortcuts.title"), "title"),
                                Rows.gap(),
                                Buttons.icon("close-shortcuts", Feather.X, Text.get("close"), close)),
                        Rows.grow(scroll));
    }

    private static void add(GridPane grid, int index, int rows, String what, String keys) {
        Label name = Rows.wrapped(what);
        KeyHint hint = new KeyHint(keys);
        int column = index / rows * 2;
        grid.add(name, column, index % rows);
        grid.add(hint, column + 1, index % rows);
        hint.setAccessibleText(what + " " + keys);
    }
}
