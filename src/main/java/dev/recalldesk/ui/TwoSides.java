package dev.recalldesk.ui;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * A left part that grows and a right part that keeps its width, beside each other where there is room and one above the
 * other where there is not. A right part whose greatest height is its preferred one stays at the top. Room is measured against the parts themselves, so it holds at every size of text. The gap
 * between them is {@code .between} in the style sheet.
 */
public final class TwoSides extends Region {
    private static final double FAIR_SHARE = 1.5;
    private final Region left;
    private final Region right;
    private final double fairShare;
    private final Region between = new Region();

    /** The left part may wrap or be cut beside the right one, as long as it has the larger share. */
    public TwoSides(Region left, Region right) {
        this(left, right, FAIR_SHARE);
    }

    /** The parts stand beside each other only while the left one is whole. */
    public static TwoSides whole(Region left, Region right) {
        return new TwoSides(left, right, Double.MAX_VALUE);
    }

    private TwoSides(Region left, Region right, double fairShare) {
        this.left = left;
        this.right = right;
        this.fairShare = fairShare;
        between.getStyleClass().add("between");
        between.setVisible(false);
        getChildren().addAll(left, between, right);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double leftHeight(double width) {
        return snapSizeY(Math.max(left.minHeight(width), Math.min(left.prefHeight(width), left.maxHeight(width))));
    }

    private double rightWidth() {
        return right.isManaged() ? snapSizeX(right.prefWidth(-1)) : 0;
    }

    private double gapX() {
        return right.isManaged() ? snapSizeX(between.prefWidth(-1)) : 0;
    }

    private double gapY() {
        return right.isManaged() ? snapSizeY(between.prefHeight(-1)) : 0;
    }

    private boolean beside(double width) {
        double room = width - rightWidth() - gapX();
        return !right.isManaged() || room >= Math.min(left.prefWidth(-1), fairShare * rightWidth());
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private double edges() {
        return snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + left.prefWidth(-1) + gapX() + rightWidth() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? Double.MAX_VALUE : inner(width);
        if (beside(inner)) {
            double leftHeight = leftHeight(width < 0 ? -1 : inner - rightWidth() - gapX());
            return edges() + snapSizeY(Math.max(leftHeight, right.isManaged() ? rightHeight(inner) : 0));
        }
        return edges() + leftHeight(inner) + gapY() + snapSizeY(rightHeight(inner));
    }

    private double rightHeight(double inner) {
        double width = Math.min(inner, rightWidth());
        return Math.max(right.minHeight(width), right.prefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double inner = inner(getWidth());
        double height = getHeight() - edges();
        if (beside(inner)) {
            double leftWidth = inner - rightWidth() - gapX();
            place(left, x, y, leftWidth, height);
            if (right.isManaged()) {
                place(right, x + leftWidth + gapX(), y, rightWidth(), Math.min(height, right.maxHeight(-1)));
            }
            return;
        }
        double leftHeight = leftHeight(inner);
        place(left, x, y, inner, leftHeight);
        double width = Math.min(inner, rightWidth());
        place(right, x + inner - width, y + leftHeight + gapY(), width, rightHeight(inner));
    }

    private static void place(Node node, double x, double y, double width, double height) {
        node.resizeRelocate(x, y, width, height);
    }
}
