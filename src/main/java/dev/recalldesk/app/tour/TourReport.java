package dev.recalldesk.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a tour did, step by step, kept as {@code tour.json}. */
public final class TourReport {
    private final List<Step> steps = new ArrayList<>();

    /**
     * One step.
     *
     * @param checked what the screen was seen to show
     * @param picture the file beside the report
     * @param failure what it did not show; {@code null} when all was well
     */
    public record Step(
            int number,
            String name,
            List<String> checked,
            long millis,
            String picture,
            @Nullable String failure) {}

    void add(Step step) {
        steps.add(step);
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    void write(Path folder) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Files.writeString(
                folder.resolve("tour.json"),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(steps));
    }
}
