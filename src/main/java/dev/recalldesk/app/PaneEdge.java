package dev.recalldesk.app;

import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** The edge between two panes: dragged with the mouse, or moved with the arrow keys while it has the focus. */
final class PaneEdge extends Region {
    private static final double STEP = 13;
    private final int direction;
    private DoubleConsumer moved = by -> {};
    private double grabbedAt;

    /** @param direction 1 when moving right makes the pane wider, -1 when it makes it narrower */
    PaneEdge(String id, String name, int direction) {
        this.direction = direction;
        setId(id);
        getStyleClass().add("pane-edge");
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(name);
        setFocusTraversable(true);
        setOnMousePressed(press -> grabbedAt = press.getScreenX());
        setOnMouseDragged(drag -> {
            move(drag.getScreenX() - grabbedAt);
            grabbedAt = drag.getScreenX();
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
                move(key.getCode() == KeyCode.LEFT ? -STEP : STEP);
                key.consume();
            }
        });
    }

    /** @param moved told by how many pixels the pane is to grow, negative to shrink */
    void onMoved(DoubleConsumer moved) {
        this.moved = moved;
    }

    private void move(double by) {
        moved.accept(by * direction);
    }
}
