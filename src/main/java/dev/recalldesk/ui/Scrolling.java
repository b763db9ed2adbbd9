package dev.recalldesk.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Brings into view what matters now. UI thread. */
public final class Scrolling {
    private Scrolling() {}

    /** Scrolls whenever the focus goes to something inside that is out of view, whoever moved it. */
    public static void followFocus(ScrollPane scroll) {
        scroll.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> {
            if (owner != null && Nodes.isInside(owner, scroll.getContent())) {
                reveal(scroll, owner);
            }
        });
    }

    /** Scrolls no further than is needed to see all of it, or its beginning where there is no room for all. */
    public static void reveal(ScrollPane scroll, Node inside) {
        scroll.applyCss();
        scroll.layout();
        Node content = scroll.getContent();
        Bounds place = content.sceneToLocal(inside.localToScene(inside.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        double top = Math.max(scroll.getVvalue() * hidden, place.getMaxY() - view);
        scroll.setVvalue(Math.clamp(Math.min(top, place.getMinY()) / hidden, 0, 1));
    }
}
