package dev.recalldesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Limits.Limit;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Style;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of settings, with what belongs to the network in view. */
class SettingsViewTest {
    private Stage stage;
    private SettingsViewModel model;

    @AfterEach
    void hide() throws Exception {
        Fx.run(stage::hide);
    }

    /** Nothing can be done here. */
    private static final class NoVerbs implements ConnectionVerbs {
        @Override
        public void connect() {}

        @Override
        public void change(Connection connection) {}

        @Override
        public void remove(Connection connection) {}

        @Override
        public void newStore() {}

        @Override
        public int waiting(Connection connection) {
            return 0;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "light, false, 1.0, 960, 720",
        "dark, true, 1.0, 960, 600",
        "large, false, 1.5, 960, 720",
        "largest, true, 2.0, 960, 600"
    })
    void limitsAreReadWrittenAndExplained(String look, boolean dark, double scale, int width, int height)
            throws Exception {
        stage = Fx.show(new Style(dark, scale), width, height, () -> {
            model = new SettingsViewModel(Settings.DEFAULT, changed -> {});
            return new SettingsView(model, new NoVerbs(), "here", () -> {});
        });
        Screen screen = new Screen(stage);
        for (Limit limit : Limit.values()) {
            screen.type(id(limit), "0");
            screen.awaitWords("A whole number from " + limit.least() + " to " + limit.most() + ".");
        }
        Screen.run(() -> ((ScrollPane) stage.getScene().lookup(".scroll-pane")).setVvalue(1));
        Fx.picture(stage, "settings-limits-wrong-" + look);
        assertThat(model.now()).isEqualTo(Settings.DEFAULT);
        screen.press("settings-limits-usual");
        screen.type(id(Limit.LOOKUP), "4");
        Fx.picture(stage, "settings-limits-" + look);

        assertThat(model.now().limits().lookupSeconds()).isEqualTo(4);
        assertThat(screenWords()).doesNotContain("A whole number");
        Screen.run(() -> {
            for (Limit limit : Limit.values()) {
                Node field = stage.getScene().lookup("#" + id(limit));
                assertThat(names(field)).as("the name of %s", limit).hasSize(1);
            }
            assertThat(cut()).isEmpty();
        });
    }

    private static String id(Limit limit) {
        return "settings-limit-" + limit.name().toLowerCase(Locale.ROOT);
    }

    private Set<String> names(Node field) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(label -> label instanceof Label named && named.getLabelFor() == field)
                .map(label -> ((Label) label).getText())
                .collect(Collectors.toSet());
    }

    private Set<String> cut() {
        return stage.getScene().getRoot().lookupAll(".settings-page .label").stream()
                .map(Labeled.class::cast)
                .filter(label -> label.isManaged() && label.isVisible())
                .filter(label -> label.getHeight() + 1 < label.prefHeight(label.getWidth())
                        || (!label.isWrapText() && label.getWidth() + 1 < label.prefWidth(-1)))
                .map(Labeled::getText)
                .collect(Collectors.toSet());
    }

    private String screenWords() {
        return Screen.on(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n")));
    }
}
