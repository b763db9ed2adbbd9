package dev.recalldesk.calls;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays cards of equal width and height in as many columns as have room, so that none looks like the likelier one. */
final class EqualCards extends Pane {
    private static final double GAP_PART = 0.06;

    EqualCards() {
        getStyleClass().add("equal-cards");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return narrowest();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = getManagedChildren().size();
        return narrowest() * count + gap() * Math.max(0, count - 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? computePrefWidth(-1) : width;
        int rows = rows(columns(room));
        return rows * tallest(cardWidth(room)) + gap() * Math.max(0, rows - 1);
    }

    @Override
    protected void layoutChildren() {
        List<Node> cards = getManagedChildren();
        int columns = columns(getWidth());
        double width = cardWidth(getWidth());
        double height = tallest(width);
        for (int i = 0; i < cards.size(); i++) {
            double x = (i % columns) * (width + gap());
            int line = i / columns;
            double y = line * (height + gap());
            layoutInArea(cards.get(i), snapPositionX(x), snapPositionY(y), width, height, 0, HPos.LEFT, VPos.TOP);
        }
    }

    private int columns(double room) {
        int count = Math.max(1, getManagedChildren().size());
        double narrowest = Math.max(1, narrowest());
        return Math.clamp((int) ((room + gap()) / (narrowest + gap())), 1, count);
    }

    private int rows(int columns) {
        return (getManagedChildren().size() + columns - 1) / columns;
    }

    private double cardWidth(double room) {
        int columns = columns(room);
        return snapSizeX(Math.floor((room - gap() * (columns - 1)) / columns));
    }

    private double narrowest() {
        return getManagedChildren().stream()
                .mapToDouble(card -> card.minWidth(-1))
                .max()
                .orElse(0);
    }

    private double tallest(double width) {
        return snapSizeY(getManagedChildren().stream()
                .mapToDouble(card -> card.prefHeight(width))
                .max()
                .orElse(0));
    }

    /** A part of the card's own width, which is given in em, so that it grows with the text. */
    private double gap() {
        return snapSpaceX(narrowest() * GAP_PART);
    }
}
