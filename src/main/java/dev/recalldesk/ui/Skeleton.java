package dev.recalldesk.ui;

import javafx.animation.PauseTransition;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The shape of rows that are on their way. It keeps their room from the start and becomes visible after 150 ms, so that a
 * quick answer never flickers.
 */
public final class Skeleton extends VBox {
    private static final Duration PATIENCE = Duration.millis(150);

    /** @param rows how many rows to draw */
    public Skeleton(int rows) {
        getStyleClass().add("skeleton");
        setAccessibleText(Text.get("loading"));
        for (int i = 0; i < rows; i++) {
            getChildren().add(row(i));
        }
        PauseTransition wait = new PauseTransition(PATIENCE);
        wait.setOnFinished(done -> setOpacity(1));
        setOpacity(0);
        sceneProperty().subscribe(scene -> {
            setOpacity(0);
            if (scene == null) {
                wait.stop();
            } else {
                wait.playFromStart();
            }
        });
    }

    private static HBox row(int index) {
        Region first = bar("long");
        Region second = bar(index % 2 == 0 ? "short" : "shorter");
        return new HBox(bar("lead"), Rows.column("skeleton-lines", first, second));
    }

    private static Region bar(String length) {
        Region bar = new Region();
        bar.getStyleClass().addAll("bar", length);
        return bar;
    }
}
