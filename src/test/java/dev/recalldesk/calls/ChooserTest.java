package dev.recalldesk.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Candidate;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Style;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChooserTest {
    private static final Candidate ALYSSA = Calls.candidate(
            "p-a",
            "Alyssa",
            "Gold",
            "2026-11-17T16:20:00Z",
            "Double charge on HP-20418. Refund of $248.00 promised by 19 Nov.");
    private static final Candidate DENNIS = Calls.candidate(
            "p-d", "Dennis", "", "2026-11-03T10:00:00Z", "Desk lamp, wrong colour. Exchanged, closed on 6 Nov.");

    private final List<String> chosen = new ArrayList<>();
    private final ChooserViewModel model = new ChooserViewModel(
            Calls.ZONE, (key, customer, remember) -> chosen.add(key + " " + customer.profileId() + " " + remember));

    @Test
    void choosesByDigitAndRemembersUnlessToldNot() {
        model.show(Calls.several("sim:1", ALYSSA, DENNIS));
        assertThat(chosen).isEmpty();
        assertThat(model.digit(2)).isTrue();
        model.rememberProperty().set(false);
        assertThat(model.digit(1)).isTrue();
        assertThat(chosen).containsExactly("sim:1 p-d true", "sim:1 p-a false");
        model.show(Calls.several("sim:2", ALYSSA, DENNIS));
        assertThat(model.rememberProperty().get()).isTrue();
    }

    @Test
    void leavesDigitsToOthersWhenThereIsNothingToChoose() {
        assertThat(model.digit(1)).isFalse();
        model.show(Calls.several("sim:1", ALYSSA, DENNIS));
        assertThat(model.digit(3)).isFalse();
        model.show(Calls.nobody("sim:2", Phase.RINGING, 1));
        assertThat(model.digit(1)).isFalse();
        assertThat(chosen).isEmpty();
    }

    @Test
    void marksOnlyWhatDiffers() {
        model.show(Calls.several("sim:1", ALYSSA, DENNIS));
        ChooserViewModel.State.Choosing choosing =
                (ChooserViewModel.State.Choosing) model.stateProperty().get();
        assertThat(choosing.choices().get(1).facts())
                .containsExactly(
                        new Choice.Fact("Last contact", "Tue 3 Nov 2026", true),
                        new Choice.Fact("City", "Indianapolis", false),
                        new Choice.Fact("Tier", "Not known", true));
    }

    @ParameterizedTest
    @CsvSource({
        "chooser, false, 1, 720, 2",
        "chooser-dark, true, 1, 720, 2",
        "chooser-five, false, 1, 720, 5",
        "chooser-large, false, 1.5, 640, 2"
    })
    void allCandidatesLookAlikeAndNoneIsPreselected(String name, boolean dark, double scale, int width, int count)
            throws Exception {
        Candidate[] candidates = new Candidate[count];
        for (int i = 0; i < count; i++) {
            candidates[i] = i % 2 == 0 ? ALYSSA : DENNIS;
        }
        Encounter call = Calls.several("sim:1", candidates);
        Stage stage = Fx.show(new Style(dark, scale), width, 640, () -> {
            ChooserView view = new ChooserView(model, () -> chosen.add("find"), () -> chosen.add("note"));
            view.getStyleClass().add("sheet");
            CallerCard card = new CallerCard(Calls.ZONE);
            BorderPane root = new BorderPane();
            root.setTop(new TextField("here first"));
            root.setCenter(view);
            card.setPrefWidth(220);
            root.setRight(width > 700 && count == 2 ? card : null);
            model.show(call);
            card.show(call);
            return root;
        });
        Fx.picture(stage, name);
        Fx.run(() -> {
            Region first = (Region) stage.getScene().getRoot().lookup("#chooser-card-1");
            for (Node one : stage.getScene().getRoot().lookupAll(".chooser-card")) {
                Region card = (Region) one;
                assertThat(card.getWidth()).isEqualTo(first.getWidth());
                assertThat(card.getHeight()).isEqualTo(first.getHeight());
            }
            for (int i = 1; i <= count; i++) {
                Button pick = (Button) stage.getScene().getRoot().lookup("#chooser-pick-" + i);
                assertThat(pick.isDefaultButton()).isFalse();
                assertThat(pick.isFocused()).isFalse();
                assertThat(pick.getAccessibleText()).startsWith("This is ");
            }
            ((Button) stage.getScene().getRoot().lookup("#chooser-pick-2")).fire();
            stage.hide();
        });
        assertThat(chosen).hasSize(1);
    }
}
