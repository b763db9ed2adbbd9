package dev.recalldesk.app;

import dev.recalldesk.ui.Rows;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The place of the panes when something needs the whole of it, such as the settings. One page may lead to another, and
 * leaving it leads back; when the last is left, the focus is where it was. UI thread.
 */
final class FullPage extends StackPane {
    private final Node panes;
    private final Deque<Page> pages = new ArrayDeque<>();
    private @Nullable Node focusBefore;

    private record Page(Region region, Runnable left) {}

    /** @param panes what is shown while there is no page */
    FullPage(Node panes) {
        this.panes = panes;
        getStyleClass().add("settings-place");
        show();
    }

    boolean isOpen() {
        return !pages.isEmpty();
    }

    boolean shows(Region region) {
        return isOpen() && pages.getLast().region().equals(region);
    }

    /** @param left what is to be done when the page is left */
    void open(Region region, Runnable left) {
        if (pages.isEmpty()) {
            focusBefore = getScene().getFocusOwner();
        }
        pages.addLast(new Page(region, left));
        show();
        region.requestFocus();
    }

    /** Leaves the page shown. */
    void leave() {
        Page page = pages.pollLast();
        if (page == null) {
            return;
        }
        page.left().run();
        show();
        if (!pages.isEmpty()) {
            pages.getLast().region().requestFocus();
        } else if (focusBefore != null) {
            // Where the focus was may be gone with its store; without any, the next key would go nowhere.
            boolean there = getScene().equals(focusBefore.getScene());
            (there ? focusBefore : panes).requestFocus();
            focusBefore = null;
        }
    }

    /** Leaves every page. */
    void leaveAll() {
        while (isOpen()) {
            leave();
        }
    }

    private void show() {
        if (pages.isEmpty()) {
            getChildren().clear();
        } else {
            getChildren().setAll(pages.getLast().region());
        }
        Rows.show(this, isOpen());
        Rows.show(panes, !isOpen());
    }
}
