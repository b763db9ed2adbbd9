package dev.recalldesk.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tour holds as it is shipped, and it says so when it does not. */
class TourTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir
    private Path folder;

    @Test
    void theWholeStoryHolds() throws Exception {
        FxToolkit.registerPrimaryStage();
        List<String> told = new ArrayList<>();

        int code = TourApp.play(folder, new Style(false, 1), 1000, 720, told::add);

        assertThat(told).isNotEmpty().allMatch(line -> line.endsWith("held"));
        assertThat(code).isZero();
        JsonNode steps = report();
        assertThat(steps.size()).isEqualTo(told.size()).isGreaterThan(20);
        for (JsonNode step : steps) {
            assertThat(step.get("checked").size() + step.get("millis").asLong()).isPositive();
            assertThat(folder.resolve(step.get("picture").asString())).isRegularFile();
            assertThat(Files.readAllBytes(folder.resolve(step.get("picture").asString())))
                    .startsWith(PNG);
        }
    }

    @Test
    void nothingIsPlayedAfterAStepThatDoesNotHold() throws Exception {
        Stage stage = Fx.show(new Style(false, 1), 300, 200, () -> new StackPane(new Label("One word")));
        List<String> played = new ArrayList<>();
        Tour tour = new Tour(new Screen(stage, Duration.ofMillis(50)), folder, line -> {});

        tour.step("what is there", see -> see.words("One word"));
        assertThat(tour.exitCode()).isZero();
        tour.step("what is missing", see -> see.words("Another word"));
        tour.step("what comes after", see -> played.add("after"));

        assertThat(tour.exitCode()).isEqualTo(1);
        assertThat(played).isEmpty();
        JsonNode steps = report();
        assertThat(steps.size()).isEqualTo(2);
        assertThat(steps.get(0).get("failure").isNull()).isTrue();
        assertThat(steps.get(1).get("failure").asString()).contains("Another word");
        assertThat(folder.resolve("02-what-is-missing.png")).isRegularFile();
        Fx.run(stage::hide);
    }

    private JsonNode report() throws Exception {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("tour.json")));
    }
}
