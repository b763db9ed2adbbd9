package dev.recalldesk.app;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Skeleton;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The middle of the window: what fits who is on the line, and the note below it, always in the same place. */
final class SheetView extends VBox {
    private final StackPane content = new StackPane();
    private final Node memory;
    private final Node chooser;
    private final Node unknown;
    private final Node welcome;
    private final Node searching = new Skeleton(4);
    private final Node note;

    /** @param welcome shown while there is no call */
    SheetView(Node memory, Node chooser, Node unknown, Node note, Node welcome) {
        this.memory = memory;
        this.chooser = chooser;
        this.unknown = unknown;
        this.note = Rows.column("sheet-note", note);
        this.welcome = welcome;
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

    /** Shows the page for this encounter, or the welcome while there is none. */
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
}
