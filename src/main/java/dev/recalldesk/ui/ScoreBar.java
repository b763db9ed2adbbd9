package dev.recalldesk.ui;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A relevance of 0 to 1 as a number and a bar, and in words for the screen reader and the tooltip. */
public final class ScoreBar extends VBox {
    private final Label number = new Label();
    private final Region filled = new Region();
    private final Tooltip words = new Tooltip();

    public ScoreBar() {
        getStyleClass().add("score");
        number.getStyleClass().add("score-number");
        filled.getStyleClass().add("score-filled");
        StackPane bar = new StackPane(filled);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("score-empty");
        getChildren().addAll(number, bar);
        Tooltip.install(this, words);
    }

    /** Shows a score, or keeps the column empty where there is none. */
    public void show(OptionalDouble score) {
        setVisible(score.isPresent());
        double value = Math.clamp(score.orElse(0), 0, 1);
        number.setText(String.format(Locale.ROOT, "%.2f", value));
        filled.maxWidthProperty()
                .bind(((Region) filled.getParent()).widthProperty().multiply(value));
        filled.getStyleClass().removeAll("weak");
        number.getStyleClass().removeAll("muted");
        if (value < 0.5) {
            filled.getStyleClass().add("weak");
            number.getStyleClass().add("muted");
        }
        words.setText(words(value));
        setAccessibleText(Text.get("score.spoken", Math.round(value * 100)));
    }

    private static String words(double value) {
        if (value >= 0.7) {
            return Text.get("score.strong");
        }
        return value >= 0.5 ? Text.get("score.likely") : Text.get("score.weak");
    }
}
