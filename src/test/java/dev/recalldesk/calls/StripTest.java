package dev.recalldesk.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.telephony.CallControls.Verb;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Style;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The strip and the list as the agent works with them. */
class StripTest {
    private final Calls.Desk desk = new Calls.Desk();
    private TextField field;
    private CallsViewModel model;
    private StripPane strip;
    private CallsPane pane;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        model = desk.model(Fx.uiThread());
        stage = Fx.show(new Style(false, 1), 960, 560, () -> {
            field = new TextField("here first");
            strip = new StripPane(model, Calls.seconds(), Calls.ZONE, "demo");
            pane = new CallsPane(model, Calls.seconds(), Calls.ZONE, List.of(), Rows.label("Outbox"));
            BorderPane root = new BorderPane(field);
            root.setTop(strip);
            root.setLeft(pane);
            return root;
        });
        Fx.run(() -> field.requestFocus());
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::hide);
    }

    @Test
    void neverTakesTheFocusAndHasNoDefaultButton() throws Exception {
        for (int i = 1; i <= 4; i++) {
            String key = "sim:" + i;
            Fx.run(() -> model.changed(Calls.nobody(key, Phase.RINGING, 1)));
            Fx.run(() -> model.changed(Calls.nobody(key, Phase.TALKING, 1)));
            Fx.run(() -> assertThat(field.isFocused()).isTrue());
        }
        Fx.run(() -> {
            for (Node button : strip.lookupAll(".button")) {
                assertThat(((Button) button).isDefaultButton()).isFalse();
            }
            model.gone("sim:2");
            assertThat(field.isFocused()).isTrue();
        });
    }

    @Test
    void takesNoRoomWithoutACall() throws Exception {
        Fx.run(() -> {
            model.changed(Calls.known("customer:p", Phase.LOOKED_UP, 1, Calls.alyssa()));
            assertThat(strip.isManaged()).isFalse();
            model.changed(Calls.nobody("sim:1", Phase.RINGING, 1));
            assertThat(strip.isManaged()).isTrue();
            model.gone("sim:1");
            assertThat(strip.isManaged()).isFalse();
        });
    }

    @Test
    void twoCallsShareTheRowAndMoreWaitBehindACount() throws Exception {
        Fx.run(() -> {
            model.changed(Calls.nobody("sim:1", Phase.TALKING, 1));
            model.changed(Calls.known("sim:2", Phase.RINGING, 1, Calls.alyssa()));
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Region first = (Region) strip.getChildren().get(0);
            Region second = (Region) strip.getChildren().get(1);
            assertThat(Math.abs(first.getWidth() - second.getWidth())).isLessThanOrEqualTo(1);
            assertThat(strip.lookup("#strip-more")).isNull();
            model.changed(Calls.nobody("sim:3", Phase.MISSED, 1));
            Button more = (Button) Objects.requireNonNull(strip.lookup("#strip-more"));
            assertThat(more.getText()).isEqualTo("+1");
            assertThat(more.getAccessibleText()).isEqualTo("1 more call");
        });
    }

    @Test
    void showsOnlyTheVerbsThatAreOffered() throws Exception {
        desk.offered = EnumSet.of(Verb.HOLD);
        Fx.run(() -> {
            model.changed(Calls.nobody("sim:1", Phase.TALKING, 1));
            assertThat(button("hang-up").isVisible()).isFalse();
            assertThat(button("hold").isVisible()).isTrue();
            button("hold").fire();
            model.changed(Calls.nobody("sim:1", Phase.WRAPPING_UP, 1));
            assertThat(button("hold").isVisible()).isFalse();
            button("finish").fire();
        });
        assertThat(desk.asked).containsExactly("HOLD 1", "finish sim:1");
    }

    @Test
    void saysTheReasonWorthKnowing() throws Exception {
        Fx.run(() -> {
            model.changed(Calls.known("sim:1", Phase.TALKING, 192, Calls.alyssa()));
            Node card = strip.lookup("#strip-sim-1-card");
            assertThat(card.getAccessibleText())
                    .isEqualTo(
                            "Alyssa Marlow, On call, +1 317 555 0142 · Billing queue · Refund of $248.00 by 19 Nov.");
        });
    }

    @Test
    void theListOpensARowByKeyAndSpeaksEveryState() throws Exception {
        desk.log.addAll(Calls.past());
        Fx.run(() -> {
            model.refreshPast();
            model.changed(Calls.nobody("sim:1", Phase.TALKING, 1));
            model.changed(Calls.known("sim:2", Phase.RINGING, 1, Calls.alyssa()));
        });
        Fx.until("past calls", () -> model.past().size() == 6);
        Fx.picture(stage, "calls-list");
        Fx.run(() -> {
            @SuppressWarnings("unchecked")
            ListView<CallRow> list = (ListView<CallRow>) pane.lookup("#calls-list");
            list.requestFocus();
            list.getSelectionModel().select(1);
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            assertThat(model.selected().orElseThrow().key()).isEqualTo("sim:2");
            assertThat(pane.lookupAll(".list-cell").stream()
                            .map(ListCell.class::cast)
                            .filter(cell -> cell.getItem() != null)
                            .map(Node::getAccessibleText))
                    .contains("Alyssa Marlow, Ringing, Alt 2", "Withheld number, Missed, 12:58", "Today", "Yesterday")
                    .doesNotContainNull();
        });
        Fx.picture(stage, "calls-list-focused");
    }

    private Button button(String verb) {
        return (Button) strip.lookup("#strip-sim-1-" + verb);
    }
}
