package dev.recalldesk.app;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.EmptyState;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Skeleton;
import dev.recalldesk.ui.Text;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The middle of the window: what fits who is on the line, and the note below it, always in the same place. */
final class SheetView extends VBox {
    private final StackPane content = new StackPane();
    private final Node memory;
    private final Node chooser;
    private final Node unknown;
    private final Node welcome;
    private final Node searching = new Skeleton(4);
    private final Node note;

    /** @param run runs a command of the window */
    SheetView(Node memory, Node chooser, Node unknown, Node note, Consumer<Shortcut> run) {
        this.memory = memory;
        this.chooser = chooser;
        this.unknown = unknown;
        this.note = Rows.column("sheet-note", note);
        this.welcome = welcome(run);
        setId("sheet");
        getStyleClass().add("sheet");
        // In a window too low for both, they scroll rather than lie on one another.
        ScrollPane room = new ScrollPane(Rows.column("sheet-content", Rows.grow(content), this.note));
        room.setFitToWidth(true);
        room.setFitToHeight(true);
        room.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        room.setFocusTraversable(false);
        getChildren().add(Rows.grow(room));
        show(null);
    }

    /** Shows the page for this encounter, or a welcome while there is none. */
    void show(@Nullable Encounter encounter) {
        Rows.show(note, encounter != null);
        Node page = encounter == null ? welcome : page(encounter.identity());
        if (content.getChildren().size() != 1
                || !page.equals(content.getChildren().getFirst())) {
            content.getChildren().setAll(page);
        }
    }

    private Node page(Identity identity) {
        return switch (identity) {
            case Identity.Searching() -> searching;
            case Identity.Known known -> memory;
            case Identity.Several several -> chooser;
            case Identity.Nobody nobody -> unknown;
            case Identity.Withheld() -> unknown;
            case Identity.Unanswered unanswered -> unknown;
        };
    }

    private static Node welcome(Consumer<Shortcut> run) {
        return new StackPane(new EmptyState(
                Text.get("welcome.title"),
                Text.get("welcome.sentence"),
                Buttons.withKey(
                        Buttons.primary("welcome-ring", Text.get("welcome.ring"), () -> run.accept(Shortcut.RING)),
                        Shortcut.RING.keys()),
                Buttons.withKey(
                        Buttons.plain(
                                "welcome-find",
                                Text.get("welcome.find"),
                                Feather.SEARCH,
                                () -> run.accept(Shortcut.PALETTE)),
                        Shortcut.PALETTE.keys())));
    }
}
