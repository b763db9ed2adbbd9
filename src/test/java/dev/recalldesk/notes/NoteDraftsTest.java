package dev.recalldesk.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.notes.NoteState.Draft;
import org.junit.jupiter.api.Test;

/** What is typed is never lost. */
class NoteDraftsTest extends NoteScene {
    @Test
    void writesADraftAfterAPause() {
        model.show(FIRST);
        type("Second charge");

        awaitDraft("sim:1", "Second charge");
        ui.runUntil("the word", () -> model.draftProperty().get() instanceof Draft.SavedHere);
    }

    @Test
    void writesADraftAtOnceWhenTheEncounterChanges() {
        model.show(FIRST);
        loaded("sim:1");
        type("First");
        model.show(SECOND);

        assertThat(model.textProperty().get()).isEmpty();
        awaitDraft("sim:1", "First");
    }

    @Test
    void keepsTheDraftOfEveryEncounter() {
        model.show(FIRST);
        type("First");
        model.digit(1);
        model.show(SECOND);
        type("Second");
        model.show(FIRST);

        assertThat(model.textProperty().get()).isEqualTo("First");
        assertThat(model.chosen()).containsExactly("Refund");
        model.show(SECOND);
        assertThat(model.textProperty().get()).isEqualTo("Second");
        assertThat(model.chosen()).isEmpty();
        awaitDraft("sim:1", "[Refund]\nFirst");
        awaitDraft("sim:2", "Second");
    }

    @Test
    void bringsDraftsBackAfterARestart() {
        model.show(FIRST);
        type("Half a sen");
        model.digit(2);
        awaitDraft("sim:1", "[Billing]\nHalf a sen");

        NoteViewModel restarted = model();
        restarted.show(FIRST);
        ui.runUntil("the draft", () -> restarted.textProperty().get().equals("Half a sen"));
        assertThat(restarted.chosen()).containsExactly("Billing");
    }

    @Test
    void putsADraftFromDiskAboveWhatIsTypedMeanwhile() {
        desk.drafts.save("sim:1", "From before.");
        model.show(FIRST);
        type("Typed at once.");

        ui.runUntil("both", () -> model.textProperty().get().equals("From before.\nTyped at once."));
        awaitDraft("sim:1", "From before.\nTyped at once.");
    }

    @Test
    void forgetsADraftThatWasEmptied() {
        model.show(FIRST);
        type("Oh no");
        awaitDraft("sim:1", "Oh no");
        type("");

        ui.runUntil("no draft", () -> desk.drafts.find("sim:1").isEmpty());
        ui.runUntil("no word", () -> model.draftProperty().get() instanceof Draft.Nothing);
    }

    @Test
    void theWordsAboutWhoBecameOneWithAnotherStandAboveWhatIsTypedThere() {
        desk.drafts.save("customer:former", "From before.");
        model.show(FIRST);
        loaded("sim:1");
        type("Typed here.");
        model.move("customer:former", "sim:1");

        ui.runUntil("both", () -> model.textProperty().get().equals("From before.\nTyped here."));
        awaitDraft("sim:1", "From before.\nTyped here.");
        ui.runUntil("nothing there", () -> desk.drafts.find("customer:former").isEmpty());
    }

    @Test
    void wordsMoveOnceHoweverOftenItIsSaid() {
        model.show(FIRST);
        loaded("sim:1");
        type("Typed once.");
        model.move("sim:1", "sim:2");
        model.move("sim:1", "sim:2");
        model.show(SECOND);

        awaitDraft("sim:2", "Typed once.");
        ui.runUntil("nothing there", () -> desk.drafts.find("sim:1").isEmpty());
        model.move("sim:1", "sim:2");
        assertThat(model.textProperty().get()).isEqualTo("Typed once.");
    }

    @Test
    void aNoteBeingSavedDoesNotMoveAsWell() {
        model.show(FIRST);
        loaded("sim:1");
        type("On its way.");
        model.save();
        type("On its way.Typed since.");
        model.move("sim:1", "sim:2");
        model.show(SECOND);

        ui.runUntil("the note", () -> !outbox.notes().isEmpty());
        awaitDraft("sim:2", "Typed since.");
        assertThat(outbox.notes().getFirst().content()).isEqualTo("On its way.");
    }

    @Test
    void aNoteTakenBackFollowsToWhereItsWordsBelong() {
        model.show(FIRST);
        type("For who became another.");
        saveAndWait();
        model.move("sim:1", "sim:2");
        outbox.undo(outbox.notes().getFirst());

        awaitDraft("sim:2", "For who became another.");
        assertThat(desk.drafts.find("sim:1")).isEmpty();
    }

    @Test
    void writingOneDraftLeavesTheWaitingWriteOfAnother() {
        model.show(FIRST);
        loaded("sim:1");
        model.show(SECOND);
        loaded("sim:2");
        type("Waits for a pause.");
        model.move("sim:1", "customer:other");

        awaitDraft("customer:other", "x");
        awaitDraft("sim:2", "Waits for a pause.");
    }
}
