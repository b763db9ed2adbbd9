package dev.recalldesk.app;

import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where a window opens: where it was, as long as that is still on a screen and large enough to work in. Pure functions. */
public final class WindowPlace {
    public static final double MIN_WIDTH = 900;
    public static final double MIN_HEIGHT = 560;

    private WindowPlace() {}

    /**
     * The place to open at.
     *
     * @param remembered where the window was when it was last closed
     * @param screens the visible bounds of every screen, the main one first; at least one
     */
    public static Rectangle2D clamp(Rectangle2D remembered, List<Rectangle2D> screens) {
        Rectangle2D screen = screens.stream()
                .filter(bounds -> bounds.contains(
                        center(remembered).getMinX(), center(remembered).getMinY()))
                .findFirst()
                .orElse(screens.getFirst());
        double width = Math.min(Math.max(remembered.getWidth(), MIN_WIDTH), screen.getWidth());
        double height = Math.min(Math.max(remembered.getHeight(), MIN_HEIGHT), screen.getHeight());
        double x = Math.clamp(remembered.getMinX(), screen.getMinX(), screen.getMaxX() - width);
        double y = Math.clamp(remembered.getMinY(), screen.getMinY(), screen.getMaxY() - height);
        return new Rectangle2D(x, y, width, height);
    }

    private static Rectangle2D center(Rectangle2D of) {
        return new Rectangle2D(of.getMinX() + of.getWidth() / 2, of.getMinY() + of.getHeight() / 2, 0, 0);
    }
}
