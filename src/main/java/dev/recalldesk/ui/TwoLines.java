package dev.recalldesk.ui;

import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * A sentence with marked words on at most two lines; what does not fit ends in an ellipsis. Spoken in full. A text flow
 * cannot end in an ellipsis by itself, so the longest beginning that fits is searched for when the width changes.
 */
public final class TwoLines extends Region {
    private final MarkedText text = new MarkedText();
    private final MarkedText ruler = new MarkedText();
    private String sentence = "";
    private Set<String> words = Set.of();
    private double fittedWidth = -1;
    private double fittedHeight = -1;

    public TwoLines() {
        ruler.show("X\nX", Set.of());
        ruler.setVisible(false);
        ruler.setManaged(false);
        getChildren().addAll(text, ruler);
    }

    public void show(String fact, Set<String> marked) {
        sentence = fact.strip().replaceAll("\\s+", " ");
        words = marked;
        fittedWidth = -1;
        setAccessibleText(fact);
        text.show(sentence, words);
        requestLayout();
    }

    private void fit(double width) {
        if (width <= 0 || getScene() == null) {
            return;
        }
        ruler.applyCss();
        double limit = ruler.prefHeight(-1) + 1;
        if (width == fittedWidth && limit == fittedHeight) {
            return;
        }
        fittedWidth = width;
        fittedHeight = limit;
        if (fits(sentence, width, limit)) {
            return;
        }
        int shortest = 0;
        int longest = sentence.length();
        while (longest - shortest > 1) {
            int middle = (shortest + longest) >>> 1;
            if (fits(beginning(middle), width, limit)) {
                shortest = middle;
            } else {
                longest = middle;
            }
        }
        text.show(beginning(shortest), words);
        text.applyCss();
    }

    private boolean fits(String piece, double width, double limit) {
        text.show(piece, words);
        text.applyCss();
        return text.prefHeight(width) <= limit;
    }

    private String beginning(int length) {
        int end = length > 0 && Character.isHighSurrogate(sentence.charAt(length - 1)) ? length - 1 : length;
        return sentence.substring(0, end).stripTrailing() + "…";
    }

    @Override
    protected double computePrefWidth(double height) {
        return text.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        fit(width);
        return text.prefHeight(width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        fit(getWidth());
        text.resizeRelocate(0, 0, getWidth(), text.prefHeight(getWidth()));
    }
}
