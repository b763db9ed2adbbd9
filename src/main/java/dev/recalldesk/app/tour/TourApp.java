package dev.recalldesk.app.tour;

import dev.recalldesk.app.DeskApp;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.ui.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.robot.Robot;

/** Plays the story in the program itself, on a fresh memory that is thrown away afterwards. */
public final class TourApp {
    private TourApp() {}

    /**
     * Plays the story and returns when it is over.
     *
     * @param folder where pictures and report go
     * @param tell hears one line a step
     * @return 0 when every check held, else 1
     */
    public static int run(Path folder, Style style, int width, int height, Consumer<String> tell) throws Exception {
        DeskApp.startToolkit();
        int code = play(folder, style, width, height, tell);
        DeskApp.stopToolkit();
        return code;
    }

    /** As {@link #run}, where the toolkit runs already and goes on running. */
    static int play(Path folder, Style style, int width, int height, Consumer<String> tell) throws Exception {
        Path data = Files.createTempDirectory("recall-desk-tour");
        try {
            new SettingsFile(data.resolve("settings.json")).write(settings(style, width, height));
            DeskApp app = DeskApp.open(data);
            Screen.run(TourApp::parkPointer);
            Tour tour = new Tour(new Screen(app.stage()), folder, tell);
            new Story(tour, new Screen(app.stage()), app).play();
            Screen.run(app::close);
            app.awaitClosed();
            return tour.exitCode();
        } finally {
            delete(data);
        }
    }

    /** Out of the way, so that no picture shows a row as if it were pointed at. */
    private static void parkPointer() {
        new Robot().mouseMove(1, 1);
    }

    private static Settings settings(Style style, int width, int height) {
        Settings.Window place = new Settings.Window(0, 0, width, height, false, 16, 24, true, true);
        return Settings.DEFAULT
                .withTheme(style.dark() ? Settings.Theme.DARK : Settings.Theme.LIGHT)
                .withTextScale(style.textScale())
                .withAgentName("jdoe")
                .withUndoSeconds(0)
                .withWindow(place);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
