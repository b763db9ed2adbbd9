package dev.recalldesk.notes;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** A text area as high as its text, between two lines and eight; then it scrolls. */
final class NoteArea extends TextArea {
    private static final int FEWEST_LINES = 2;
    private static final int MOST_LINES = 8;
    private final Text measure = new Text();

    NoteArea() {
        setWrapText(true);
        textProperty().subscribe(typed -> requestLayout());
        fontProperty().subscribe(font -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = around();
        double room = width - around.getLeft() - around.getRight();
        return around.getTop() + around.getBottom() + Math.ceil(linesHeight(room));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double linesHeight(double room) {
        measure.setFont(getFont());
        measure.setWrappingWidth(0);
        measure.setText("X");
        double line = Math.ceil(measure.getLayoutBounds().getHeight());
        measure.setText(getText());
        measure.setWrappingWidth(Math.max(0, Math.floor(room)));
        double text = Math.ceil(measure.getLayoutBounds().getHeight());
        return Math.clamp(text, line * FEWEST_LINES, line * MOST_LINES);
    }

    /** The text stands within the paddings of this control, of its scroll pane and of its content. */
    private Insets around() {
        Insets own = getInsets();
        Insets content = lookup(".content") instanceof Region region ? region.getInsets() : Insets.EMPTY;
        Insets scroll = lookup(".scroll-pane") instanceof Region region ? region.getInsets() : Insets.EMPTY;
        return new Insets(
                own.getTop() + content.getTop() + scroll.getTop(),
                own.getRight() + content.getRight() + scroll.getRight(),
                own.getBottom() + content.getBottom() + scroll.getBottom(),
                own.getLeft() + content.getLeft() + scroll.getLeft());
    }
}
