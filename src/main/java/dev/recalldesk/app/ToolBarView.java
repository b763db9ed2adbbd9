package dev.recalldesk.app;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The top of the window: which memory this is, the way to everything, and whether phone and memory are well. */
final class ToolBarView extends HBox {
    private final Label memoryWords = Rows.label("", "meta");
    private final Label phoneWords = Rows.label(Text.get("toolbar.phone"), "meta");

    /** @param store names the store in front and leads to the others */
    ToolBarView(Node store, Consumer<Shortcut> run) {
        getStyleClass().add("toolbar");
        Icon mark = new Icon(Feather.HEADPHONES, "small");
        StackPane brand = new StackPane(mark);
        brand.getStyleClass().add("brand");
        HBox left = Rows.row("toolbar-side", brand, store);
        HBox right = Rows.row(
                "toolbar-side",
                health(phoneWords),
                health(memoryWords),
                Buttons.icon(
                        "open-settings",
                        Feather.SETTINGS,
                        named(Shortcut.SETTINGS),
                        () -> run.accept(Shortcut.SETTINGS)));
        right.setAlignment(Pos.CENTER_RIGHT);
        left.setMinWidth(USE_PREF_SIZE);
        right.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Rows.grow(left), paletteButton(run), Rows.grow(right));
        memory(Text.get("toolbar.memory"));
    }

    /** Says how the memory is, such as "Memory 3 ms". */
    void memory(String words) {
        memoryWords.setText(words);
    }

    private static String named(Shortcut shortcut) {
        return shortcut.description() + " (" + shortcut.keys() + ")";
    }

    private static HBox health(Label words) {
        return Rows.row("health", new Icon(Feather.CHECK_CIRCLE, "success", "small"), words);
    }

    private static Button paletteButton(Consumer<Shortcut> run) {
        Button button = Buttons.plain("open-palette", "", () -> run.accept(Shortcut.PALETTE));
        button.setAccessibleText(Text.get("palette.prompt"));
        button.getStyleClass().add("palette-button");
        Region gap = Rows.gap();
        button.setGraphic(Rows.row(
                "palette-button-row",
                new Icon(Feather.SEARCH, "small", "muted"),
                Rows.label(Text.get("palette.prompt"), "palette-words"),
                gap,
                new KeyHint(Shortcut.PALETTE.keys())));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMinWidth(Region.USE_COMPUTED_SIZE);
        return button;
    }
}
