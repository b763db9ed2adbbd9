package dev.recalldesk.timeline;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

/**
 * The place in a cell for the one node above the timeline. A list measures rows with a cell nobody sees; that cell must
 * only measure the node and never take it away from the cell on the screen.
 */
final class TopSlot extends Region {
    private final Node above;

    TopSlot(Node above) {
        this.above = above;
    }

    private boolean seen() {
        for (Parent parent = getParent(); parent != null; parent = parent.getParent()) {
            if (!parent.isVisible()) {
                return false;
            }
        }
        return getScene() != null;
    }

    @Override
    protected double computePrefHeight(double width) {
        return above.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        if (seen()) {
            if (above.getParent() != this) {
                getChildren().setAll(above);
            }
            above.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
