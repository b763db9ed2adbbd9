package dev.recalldesk.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Plays steps one after the other; each ends in a picture. Stops at the first that does not hold. Worker thread. */
public final class Tour {
    private final Screen screen;
    private final Path folder;
    private final Consumer<String> tell;
    private final TourReport report = new TourReport();

    /**
     * @param folder where pictures and the report go; made if missing
     * @param tell hears one line a step
     */
    public Tour(Screen screen, Path folder, Consumer<String> tell) throws IOException {
        this.screen = screen;
        this.folder = Files.createDirectories(folder);
        this.tell = tell;
    }

    /** One step of the story. */
    @FunctionalInterface
    public interface Scene {
        void play(Checks checks) throws Exception;
    }

    /** What a step saw. */
    public final class Checks {
        private final List<String> seen = new ArrayList<>();

        /** Waits until all these words are on the screen. */
        public void words(String... expected) {
            for (String words : expected) {
                screen.awaitWords(words);
                seen.add("shows \"" + words + "\"");
            }
        }

        /** Waits until the node is on the screen. */
        public void node(String id) {
            screen.awaitNode(id);
            seen.add("shows " + id);
        }
    }

    private boolean held() {
        return report.steps().stream().allMatch(step -> step.failure() == null);
    }

    /** What the process ends with: 0 when every step held, else 1. */
    public int exitCode() {
        return held() ? 0 : 1;
    }

    /** Plays one step, unless an earlier one failed. */
    public void step(String name, Scene scene) throws IOException {
        if (!held()) {
            return;
        }
        int number = report.steps().size() + 1;
        Checks checks = new Checks();
        String failure = null;
        long start = System.nanoTime();
        try {
            scene.play(checks);
        } catch (Exception e) {
            failure = String.valueOf(e.getMessage());
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        String picture = String.format(Locale.ROOT, "%02d-%s.png", number, name.replace(' ', '-'));
        screen.picture(folder.resolve(picture));
        report.add(new TourReport.Step(number, name, checks.seen, millis, picture, failure));
        report.write(folder);
        tell.accept(String.format(
                Locale.ROOT,
                "%2d  %-34s %5d ms  %s",
                number,
                name,
                millis,
                failure == null ? "held" : "FAILED: " + failure));
    }
}
