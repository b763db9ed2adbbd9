package dev.recalldesk.ui;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Nothing here, in words: a headline, a sentence, and what to do next. */
public final class EmptyState extends VBox {
    public EmptyState(String title, String sentence, Node... acts) {
        getStyleClass().add("empty-state");
        getChildren().addAll(Rows.wrapped(title, "title"), Rows.wrapped(sentence, "muted"));
        if (acts.length > 0) {
            FlowPane row = new FlowPane(acts);
            row.getStyleClass().add("acts");
            getChildren().add(row);
        }
    }
}
