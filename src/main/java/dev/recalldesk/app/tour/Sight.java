package dev.recalldesk.app.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What of a window is there to be seen at one moment. UI thread. */
final class Sight {
    private final List<Node> visible = new ArrayList<>();

    Sight(Node root) {
        collect(root);
    }

    private void collect(Node node) {
        if (!node.isVisible()) {
            return;
        }
        visible.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    /** The visible node of this name. */
    Optional<Node> find(String id) {
        return visible.stream().filter(node -> id.equals(node.getId())).findFirst();
    }

    /** What stands in a text field; empty when it is not shown. */
    String text(String id) {
        return find(id).map(Sight::text).orElse("");
    }

    /** How wide a node is, 0 when it is not shown. */
    double wide(String id) {
        return find(id).map(node -> node.getLayoutBounds().getWidth()).orElse(0.0);
    }

    /** Every word, a line a node. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (Node node : visible) {
            String text = text(node);
            if (!text.isEmpty()) {
                words.append(text).append('\n');
            }
        }
        return words.toString();
    }

    private static String text(Node node) {
        String text = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case TextFlow flow ->
                flow.getChildren().stream()
                        .filter(Text.class::isInstance)
                        .map(piece -> ((Text) piece).getText())
                        .reduce("", String::concat);
            default -> "";
        };
        return text == null ? "" : text;
    }
}
