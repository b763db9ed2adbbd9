package dev.recalldesk.app;

import dev.recalldesk.recall.RecallViewModel;
import dev.recalldesk.recall.RelevantNow;
import dev.recalldesk.ui.Rows;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One customer's memory: the Recall field, and below it the timeline, or what was found while a question stands. */
final class MemoryPage extends VBox {
    private static final double TALL_EM = 31;
    private static final double SHORT_EM = 20;
    private final RelevantNow relevant;
    private double em = 13;

    MemoryPage(RecallViewModel recall, Region field, Node results, Node timeline, RelevantNow relevant) {
        this.relevant = relevant;
        heightProperty().subscribe(this::share);
        getStyleClass().add("memory-page");
        StackPane feed = new StackPane(timeline, results);
        feed.getStyleClass().add("feed");
        field.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(field, Rows.grow(feed));
        recall.stateProperty().subscribe(state -> {
            boolean asking = recall.takesFeed();
            Rows.show(results, asking);
            Rows.show(timeline, !asking);
        });
    }

    /** The text size this page works with. */
    void em(double pixels) {
        em = pixels;
        share();
    }

    /** In a low window the timeline would have no room left below three facts. */
    private void share() {
        double height = getHeight() / em;
        relevant.showAtMost(height >= TALL_EM ? 3 : height >= SHORT_EM ? 2 : 1);
    }
}
