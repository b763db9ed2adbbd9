package dev.recalldesk.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Style;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strip and the list in every look; the pictures are for the eye, the assertions hold nothing important is cut. */
class CallsPicturesTest {
    @ParameterizedTest
    @CsvSource({
        "light-1, false, 1.0, 960, 1, false",
        "light-2, false, 1.0, 960, 2, false",
        "light-4, false, 1.0, 960, 4, false",
        "dark-4, true, 1.0, 960, 4, false",
        "dark-2, true, 1.0, 960, 2, false",
        "narrow-4, false, 1.0, 640, 4, true",
        "narrow-1, false, 1.0, 640, 1, true",
        "large-1, false, 1.5, 960, 1, false",
        "large-2, false, 1.5, 960, 2, true",
        "none, false, 1.0, 640, 0, false"
    })
    void namesAndTimersFit(String name, boolean dark, double scale, int width, int calls, boolean narrow)
            throws Exception {
        Calls.Desk desk = new Calls.Desk();
        Stage stage = Fx.show(new Style(dark, scale), width, 560, () -> window(desk, calls, narrow));
        if (calls > 0) {
            Fx.until(
                    "past calls",
                    () -> stage.getScene().getRoot().lookup(".past-row") != null
                            || stage.getScene()
                                            .getRoot()
                                            .lookupAll(".call-row-rail")
                                            .size()
                                    > calls);
        }
        Fx.picture(stage, "calls-" + name);
        Fx.run(() -> {
            for (Node timer : stage.getScene().getRoot().lookupAll(".call-timer")) {
                Label label = (Label) timer;
                assertThat(label.getWidth()).isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1)));
            }
            assertThat(stage.getScene().getRoot().lookup("#call-strip").isManaged())
                    .isEqualTo(calls > 0);
            stage.hide();
        });
    }

    private static Parent window(Calls.Desk desk, int calls, boolean rail) {
        CallsViewModel model = desk.model(Fx.uiThread());
        if (calls == 1) {
            model.changed(Calls.known("sim:a", Phase.TALKING, 192, Calls.alyssa()));
        }
        if (calls > 1) {
            model.changed(Calls.nobody("sim:1", Phase.RINGING, 7));
            model.changed(Calls.known("sim:2", Phase.HELD, 130, Calls.alyssa()));
        }
        if (calls > 2) {
            model.changed(
                    Calls.known("sim:3", Phase.WRAPPING_UP, 42, Calls.customer("b", "Bruno", "Ito", "Silver", "Oslo")));
            model.changed(Calls.nobody("sim:4", Phase.MISSED, 3600));
            model.select("sim:3");
        }
        StripPane strip = new StripPane(model, Calls.seconds(), Calls.ZONE, "demo");
        strip.narrowProperty().set(rail);
        CallsPane pane = new CallsPane(
                model,
                Calls.seconds(),
                Calls.ZONE,
                List.of(new CallsPane.Entry("Ring Alyssa", () -> desk.asked.add("ring"))),
                Rows.label("Outbox"));
        pane.railProperty().set(rail);
        if (calls > 0) {
            desk.log.addAll(Calls.past());
            model.refreshPast();
        }
        BorderPane root = new BorderPane();
        root.setTop(strip);
        root.setLeft(pane);
        return root;
    }
}
