package dev.recalldesk.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.telephony.CallControls.Verb;
import java.util.EnumSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallsViewModelTest {
    private final Calls.Desk desk = new Calls.Desk();
    private final CallsViewModel model = desk.model();

    @Test
    void selectsTheFirstCallAtOnce() {
        model.changed(Calls.nobody("sim:1", Phase.RINGING, 1));
        assertThat(selected()).isEqualTo("sim:1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"RINGING", "TALKING", "HELD", "WRAPPING_UP"})
    void neverTakesAnotherCallAwayFromTheAgent(Phase busy) {
        model.changed(Calls.nobody("sim:1", busy, 1));
        model.changed(Calls.nobody("sim:2", Phase.RINGING, 0));
        assertThat(selected()).isEqualTo("sim:1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"LOOKED_UP", "MISSED"})
    void aNewCallTakesThePlaceOfWhatIsNoCallNow(Phase idle) {
        model.changed(Calls.nobody("sim:1", idle, 1));
        model.changed(Calls.nobody("sim:2", Phase.RINGING, 0));
        assertThat(selected()).isEqualTo("sim:2");
    }

    @Test
    void opensAtOnceWhatTheAgentOpensByHand() {
        model.changed(Calls.nobody("sim:1", Phase.TALKING, 1));
        model.changed(Calls.known("customer:p-alyssa", Phase.LOOKED_UP, 0, Calls.alyssa()));
        assertThat(selected()).isEqualTo("customer:p-alyssa");
    }

    @Test
    void aNewSnapshotReplacesTheOldOne() {
        model.changed(Calls.nobody("sim:1", Phase.RINGING, 1));
        Encounter talking = Calls.known("sim:1", Phase.TALKING, 0, Calls.alyssa());
        model.changed(talking);
        assertThat(model.open()).containsExactly(talking);
        assertThat(model.selectedProperty().get()).isSameAs(talking);
    }

    @Test
    void selectsTheMostUrgentCallWhenTheSelectedOneGoes() {
        model.changed(Calls.nobody("sim:1", Phase.TALKING, 1));
        model.changed(Calls.nobody("sim:2", Phase.WRAPPING_UP, 1));
        model.changed(Calls.nobody("sim:3", Phase.RINGING, 1));
        model.gone("sim:1");
        assertThat(selected()).isEqualTo("sim:3");
        model.gone("sim:3");
        model.gone("sim:2");
        assertThat(model.selected()).isEmpty();
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void goesRoundThroughTheCalls() {
        model.changed(Calls.nobody("sim:1", Phase.TALKING, 1));
        model.changed(Calls.nobody("sim:2", Phase.HELD, 1));
        model.changed(Calls.nobody("sim:3", Phase.RINGING, 1));
        model.previous();
        assertThat(selected()).isEqualTo("sim:3");
        model.next();
        assertThat(selected()).isEqualTo("sim:1");
        model.selectByPosition(2);
        assertThat(selected()).isEqualTo("sim:2");
        model.selectByPosition(9);
        assertThat(selected()).isEqualTo("sim:2");
    }

    @Test
    void offersOnlyWhatThePhoneOffersAndTheCallAllows() {
        desk.offered = EnumSet.of(Verb.ANSWER, Verb.RESUME);
        Encounter ringing = Calls.nobody("sim:1", Phase.RINGING, 1);
        model.changed(ringing);
        assertThat(model.offered(ringing)).containsExactly(Verb.ANSWER);
        model.perform(Verb.HANG_UP, "sim:1");
        assertThat(desk.asked).isEmpty();
        model.perform(Verb.ANSWER, "sim:1");
        assertThat(desk.asked).containsExactly("ANSWER 1");
    }

    @Test
    void opensTheCallThatIsAnswered() {
        model.changed(Calls.nobody("sim:1", Phase.WRAPPING_UP, 1));
        model.changed(Calls.nobody("sim:2", Phase.RINGING, 1));
        model.perform(Verb.ANSWER, "sim:2");
        assertThat(selected()).isEqualTo("sim:2");
    }

    @Test
    void theStripShowsTheSelectedCallAndTheMostUrgentOther() {
        model.changed(Calls.nobody("sim:1", Phase.WRAPPING_UP, 1));
        model.changed(Calls.nobody("sim:2", Phase.HELD, 1));
        model.changed(Calls.nobody("sim:3", Phase.RINGING, 1));
        model.changed(Calls.known("customer:p", Phase.LOOKED_UP, 1, Calls.alyssa()));
        model.select("sim:1");
        StripChoice choice = StripChoice.of(model);
        assertThat(choice.shown()).extracting(Encounter::key).containsExactly("sim:1", "sim:3");
        assertThat(choice.waiting()).extracting(Encounter::key).containsExactly("sim:2");
    }

    @Test
    void readsThePastCallsOnAWorker() {
        desk.log.addAll(Calls.past());
        model.refreshPast();
        assertThat(model.past()).isEmpty();
        Awaitility.await().until(desk::run);
        assertThat(model.past()).hasSize(6);
        assertThat(CallRow.of(model, Calls.ZONE).stream().filter(row -> row instanceof CallRow.Day))
                .hasSize(3);
    }

    private String selected() {
        return model.selected().map(Encounter::key).orElse("");
    }
}
