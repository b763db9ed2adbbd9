package dev.recalldesk.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;

/** What of a scene somebody in front of it can see. UI thread. */
public final class Shown {
    private Shown() {}

    /** Every node that is visible with all that contain it, in the order of the scene. */
    public static List<Node> in(Parent root) {
        List<Node> nodes = new ArrayList<>();
        collect(root, nodes);
        return nodes;
    }

    /** The same of several scenes. */
    public static List<Node> in(List<Parent> roots) {
        return roots.stream().flatMap(root -> in(root).stream()).toList();
    }

    private static void collect(Node node, List<Node> nodes) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }

    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Where the node is in its scene. */
    public static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** The node as a person looking for it in the code would name it. */
    public static String name(Node node) {
        StringBuilder path = new StringBuilder();
        Node at = node;
        for (int up = 0; at != null && up < 4; up++, at = at.getParent()) {
            path.insert(
                    0,
                    " > " + at.getClass().getSimpleName() + (at.getId() == null ? "" : "#" + at.getId())
                            + (at.getStyleClass().isEmpty() ? "" : "." + String.join(".", at.getStyleClass())));
        }
        return path.substring(3);
    }
}
