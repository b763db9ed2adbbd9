package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.desk.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every word can be read and every icon be seen, in both themes (WCAG 2.2, 1.4.3 and 1.4.11). */
class ContrastTest {
    private static final double WORDS = 4.5;
    private static final double ICONS = 3;

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource(
            value = Settings.Theme.class,
            names = {"LIGHT", "DARK"})
    void everyWordStandsOutFromWhatIsBehindIt(Settings.Theme theme) throws Exception {
        Set<String> faint = new TreeSet<>();
        List<Integer> looked = new ArrayList<>();
        try (RunningDesk desk =
                RunningDesk.open(data, RunningDesk.settings(1000, 720).withTheme(theme))) {
            Screens.walk(desk, screen -> {
                desk.picture("contrast-" + screen + "-" + theme.name().toLowerCase(Locale.ROOT));
                looked.add(Screen.on(() -> look(screen, faint)));
            });
        }
        assertThat(looked).allMatch(words -> words > 10);
        assertThat(faint).isEmpty();
    }

    private static int look(String screen, Set<String> faint) {
        int words = 0;
        for (Node node : Shown.in(RunningDesk.roots())) {
            if (node instanceof Text text && !text.getText().isBlank() && !text.isDisabled() && inWindow(text)) {
                words++;
                double contrast = contrast(text);
                if (contrast < (icon(text) ? ICONS : WORDS)) {
                    faint.add(String.format(
                            Locale.ROOT, "%.2f %s \"%s\" in %s", contrast, screen, text.getText(), Shown.name(text)));
                }
            }
        }
        return words;
    }

    /** What is scrolled out of the window lies on nothing that could be measured. */
    private static boolean inWindow(Text text) {
        Bounds place = Shown.bounds(text);
        return new Rectangle2D(0, 0, text.getScene().getWidth(), text.getScene().getHeight())
                .contains(place.getCenterX(), place.getCenterY());
    }

    private static boolean icon(Text text) {
        return text.getParent().getStyleClass().contains("icon");
    }

    private static double contrast(Text text) {
        Color behind = behind(text);
        Color ink = over(behind, (Color) text.getFill(), opacity(text));
        double lighter = Math.max(luminance(ink), luminance(behind));
        double darker = Math.min(luminance(ink), luminance(behind));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    /** The colours behind the middle of the text, from the root inwards, each laid over the one before. */
    private static Color behind(Text text) {
        List<Region> around = new ArrayList<>();
        for (Node at = text.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Region region) {
                around.addFirst(region);
            }
        }
        Color color = paper(text.getScene());
        Bounds place = text.localToScene(text.getLayoutBounds());
        for (Region region : around) {
            if (region.getBackground() == null) {
                continue;
            }
            var middle = region.sceneToLocal(place.getCenterX(), place.getCenterY());
            for (BackgroundFill fill : region.getBackground().getFills()) {
                var insets = fill.getInsets();
                boolean covers = middle.getX() >= insets.getLeft()
                        && middle.getX() <= region.getWidth() - insets.getRight()
                        && middle.getY() >= insets.getTop()
                        && middle.getY() <= region.getHeight() - insets.getBottom();
                if (covers && fill.getFill() instanceof Color paint) {
                    color = over(color, paint, opacity(region));
                }
            }
        }
        return color;
    }

    /** What the scene stands on; a pop-over draws its own sheet in a scene that is clear. */
    private static Color paper(Scene scene) {
        if (scene.getRoot().lookup(".popover > .border") instanceof Shape sheet) {
            return (Color) sheet.getFill();
        }
        return (Color) scene.getFill();
    }

    private static Color over(Color behind, Color color, double opacity) {
        Color solid = Color.color(color.getRed(), color.getGreen(), color.getBlue());
        return Color.color(behind.getRed(), behind.getGreen(), behind.getBlue())
                .interpolate(solid, color.getOpacity() * opacity);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
