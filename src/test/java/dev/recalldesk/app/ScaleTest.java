package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large text in a small window: what must be read is whole, and what must be pressed is in the window. */
class ScaleTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({"960, 600, 1.5", "900, 560, 1.0", "900, 560, 1.5", "900, 560, 2.0"})
    void nothingThatMattersIsCut(int width, int height, double scale) throws Exception {
        Set<String> cut = new TreeSet<>();
        Set<String> outside = new TreeSet<>();
        try (RunningDesk desk =
                RunningDesk.open(data, RunningDesk.settings(width, height).withTextScale(scale))) {
            Screens.walk(desk, screen -> {
                desk.picture("scale-" + width + "-" + Math.round(scale * 100) + "-" + screen);
                Screen.run(() -> look(desk, screen, scale, cut, outside));
            });
        }
        assertThat(cut).as("cut").isEmpty();
        assertThat(outside).as("outside the window").isEmpty();
    }

    private static void look(RunningDesk desk, String screen, double scale, Set<String> cut, Set<String> outside) {
        for (Node node : Shown.in(desk.scene().getRoot())) {
            if (node instanceof Labeled labeled && labeled.isTextTruncated() && mustBeWhole(labeled)) {
                cut.add(screen + ": \"" + labeled.getText() + "\" in " + Shown.name(node));
            }
            if (mustBeReached(node, scale) && !inWindow(node)) {
                outside.add(screen + ": " + Shown.name(node) + " " + Shown.bounds(node));
            }
        }
    }

    private static boolean mustBeWhole(Labeled labeled) {
        return labeled instanceof ButtonBase
                || labeled.getMinWidth() == Region.USE_PREF_SIZE
                || labeled.getStyleClass().contains("icon")
                || labeled.getStyleClass().contains("key-hint")
                || labeled.getStyleClass().contains("call-timer");
    }

    /** At the usual size all there is to press is there; larger text may scroll in the smallest window. */
    private static boolean mustBeReached(Node node, double scale) {
        if (scale == 1 && ("note-save".equals(node.getId()) || "recall-question".equals(node.getId()))) {
            return true;
        }
        boolean active = node instanceof ButtonBase || node instanceof TextInputControl;
        return (active || node.getStyleClass().contains("call-timer")) && !scrolls(node);
    }

    private static boolean scrolls(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof ListView<?>) {
                return true;
            }
        }
        return false;
    }

    private static boolean inWindow(Node node) {
        Bounds bounds = Shown.bounds(node);
        return bounds.getMinX() >= -0.5
                && bounds.getMinY() >= -0.5
                && bounds.getMaxX() <= node.getScene().getWidth() + 0.5
                && bounds.getMaxY() <= node.getScene().getHeight() + 0.5;
    }
}
