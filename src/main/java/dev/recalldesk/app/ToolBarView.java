package dev.recalldesk.app;

import dev.recalldesk.memory.Health;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The top of the window: which memory this is, the way to everything, and whether phone and memory are well. */
final class ToolBarView extends HBox {
    private final Label phoneWords = Rows.label(Text.get("toolbar.phone"), "meta");
    private final HealthView memory;

    /** @param store names the store in front and leads to the others */
    ToolBarView(Node store, ZoneId zone, Consumer<Shortcut> run) {
        memory = new HealthView(zone);
        getStyleClass().add("toolbar");
        Icon mark = new Icon(Feather.HEADPHONES, "small");
        StackPane brand = new StackPane(mark);
        brand.getStyleClass().add("brand");
        HBox left = Rows.row("toolbar-side", brand, store);
        HBox right = Rows.row(
                "toolbar-side",
                phone(),
                memory,
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
    }

    /** Says how the memory is, such as "Memory 3 ms"; the arguments are those of {@link HealthView#show}. */
    void memory(Health health, @Nullable Duration answered) {
        memory.show(health, answered);
    }

    /** Whether there is room for icons alone; what they say is still spoken. */
    void narrow(boolean narrow) {
        Rows.show(phoneWords, !narrow);
        memory.narrow(narrow);
    }

    private static String named(Shortcut shortcut) {
        return shortcut.description() + " (" + shortcut.keys() + ")";
    }

    private HBox phone() {
        HBox item = Rows.row("health", new Icon(Feather.CHECK_CIRCLE, "success", "small"), phoneWords);
        item.accessibleTextProperty().bind(phoneWords.textProperty());
        return item;
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
