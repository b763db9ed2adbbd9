package dev.recalldesk.app;

import dev.recalldesk.desk.Settings;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where a window opens: where it was, as long as that is still on a screen and large enough to work in. */
public final class WindowPlace {
    public static final double MIN_WIDTH = 900;
    public static final double MIN_HEIGHT = 560;

    private WindowPlace() {}

    /** Puts a window there. UI thread. */
    static void take(Stage stage, Settings.Window wanted) {
        Rectangle2D where = clamp(
                new Rectangle2D(wanted.x(), wanted.y(), Math.max(1, wanted.width()), Math.max(1, wanted.height())),
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        stage.setMinWidth(Math.min(MIN_WIDTH, where.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, where.getHeight()));
        stage.setX(where.getMinX());
        stage.setY(where.getMinY());
        stage.setWidth(where.getWidth());
        stage.setHeight(where.getHeight());
        stage.setMaximized(wanted.maximized());
    }

    /** Where a window is now; one that fills the screen or is put away keeps the place it had before. UI thread. */
    static Settings.Window of(Stage stage, Settings.Window before) {
        boolean normal = !stage.isIconified() && !stage.isMaximized();
        return new Settings.Window(
                normal ? stage.getX() : before.x(),
                normal ? stage.getY() : before.y(),
                normal ? stage.getWidth() : before.width(),
                normal ? stage.getHeight() : before.height(),
                stage.isMaximized(),
                before.callsWidth(),
                before.whoWidth(),
                before.callsShown(),
                before.whoShown());
    }

    /**
     * The place to open at. A pure function.
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
