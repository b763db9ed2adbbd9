package dev.recalldesk.ui;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What is asked of a node and done to it, whatever it is. UI thread. */
public final class Nodes {
    private Nodes() {}

    /** Gives the node a style class, or takes it from it. */
    public static void style(Node node, String style, boolean on) {
        node.getStyleClass().remove(style);
        if (on) {
            node.getStyleClass().add(style);
        }
    }

    /** Whether the node is the other one or somewhere in it. */
    public static boolean isInside(@Nullable Node node, Node outer) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
