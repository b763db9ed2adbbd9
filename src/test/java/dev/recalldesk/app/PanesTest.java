package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Style;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class PanesTest {
    private final Pane calls = new Pane();
    private final Pane sheet = new Pane();
    private final Pane who = new Pane();

    @Test
    void foldsAsTheWindowOrTheTextAsksForIt() throws Exception {
        Panes[] panes = new Panes[1];
        Stage stage = Fx.show(new Style(false, 1), 960, 600, () -> panes[0] = new Panes(calls, sheet, who));

        assertThat(panes[0].railProperty().get()).as("a rail below 90 em").isTrue();
        assertThat(who.isVisible()).as("who stays at 960").isTrue();

        Fx.run(() -> {
            panes[0].emProperty().set(19.5);
            panes[0].layout();
        });
        assertThat(who.isVisible()).as("who steps aside when the text is large").isFalse();

        Fx.run(() -> {
            panes[0].toggleWho();
            panes[0].layout();
        });
        assertThat(who.isVisible()).as("and comes when it is asked for").isTrue();
        assertThat(sheet.getWidth()).isGreaterThan(20 * 19.5);
        Fx.run(stage::close);
    }

    @Test
    void collapsedPanesGiveTheirRoomToTheOthers() throws Exception {
        Panes[] panes = new Panes[1];
        Stage stage = Fx.show(new Style(false, 1), 960, 600, () -> panes[0] = new Panes(calls, sheet, who));
        double before = sheet.getWidth();

        Fx.run(() -> {
            panes[0].callsShownProperty().set(false);
            panes[0].toggleWho();
            panes[0].layout();
        });

        assertThat(calls.isVisible()).isFalse();
        assertThat(who.isVisible()).isFalse();
        assertThat(sheet.getWidth()).isGreaterThan(before + 250);
        Fx.run(stage::close);
    }
}
