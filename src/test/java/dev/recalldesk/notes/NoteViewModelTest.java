package dev.recalldesk.notes;

import static dev.recalldesk.desk.Sample.alyssa;
import static dev.recalldesk.desk.Sample.call;
import static dev.recalldesk.desk.Sample.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Note;
import dev.recalldesk.notes.NoteState.Draft;
import dev.recalldesk.notes.NoteState.Hindrance;
import dev.recalldesk.notes.NoteState.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be done with a note, and what is said about it. */
class NoteViewModelTest extends NoteScene {
    @Test
    void savesANoteAndClearsTheTextOnlyThen() {
        model.show(FIRST);
        loaded("sim:1");
        type("Promised to call back.");
        model.digit(1);
        model.save();
        assertThat(model.textProperty().get()).isEqualTo("Promised to call back.");
        assertThat(open(model).hindrance()).isInstanceOf(Hindrance.Saving.class);

        ui.runUntil("the empty field", () -> model.textProperty().get().isEmpty());
        assertThat(model.chosen()).isEmpty();
        assertThat(desk.outbox.notes()).singleElement().satisfies(note -> {
            assertThat(note.content()).isEqualTo("[Refund]\nPromised to call back.");
            assertThat(note.profileId()).isEqualTo("alyssa");
            assertThat(note.customerName()).isEqualTo("Alyssa Marlow");
            assertThat(note.source()).isEqualTo("agent.jo.doe");
            assertThat(note.conversationId()).isEqualTo("conv-1");
        });
        ui.runUntil("the pill", () -> lastState() == Note.State.SAVED_HERE);
        ui.runUntil("no draft", () -> desk.drafts.find("sim:1").isEmpty());
    }

    @Test
    void keepsWhatIsTypedWhileSaving() {
        model.show(FIRST);
        type("Saved.");
        model.save();
        type("Saved. Not yet");

        ui.runUntil("the rest", () -> model.textProperty().get().equals("Not yet"));
        awaitDraft("sim:1", "Not yet");
    }

    @Test
    void putsANoteTakenBackAboveWhatWasTypedSince() {
        model.show(FIRST);
        type("First.");
        model.digit(3);
        saveAndWait();
        type("Second.");
        model.undo();

        ui.runUntil("both", () -> model.textProperty().get().equals("First.\nSecond."));
        assertThat(model.chosen()).containsExactly("Delivery");
        assertThat(desk.outbox.notes()).isEmpty();
        ui.runUntil("no pill", () -> model.lastProperty().get() == null);
        awaitDraft("sim:1", "[Delivery]\nFirst.\nSecond.");
    }

    @Test
    void putsANoteTakenBackElsewhereIntoItsOwnEncounter() {
        model.show(FIRST);
        type("For Alyssa.");
        saveAndWait();
        model.show(SECOND);
        outbox.undo(outbox.notes().getFirst());

        awaitDraft("sim:1", "For Alyssa.");
        assertThat(model.textProperty().get()).isEmpty();
        model.show(FIRST);
        assertThat(model.textProperty().get()).isEqualTo("For Alyssa.");
    }

    @Test
    void parksANoteWhileNobodyIsKnown() {
        model.show(SECOND);
        type("Wants a call back.");
        assertThat(open(model).verb()).isEqualTo(Verb.PARK);
        assertThat(open(model).addressee()).isEqualTo("+1 317 555 0142");
        saveAndWait();

        assertThat(lastState()).isEqualTo(Note.State.PARKED);
        assertThat(desk.outbox.notes()).extracting(Note::profileId).containsOnlyNulls();
    }

    @Test
    void waitsForAChoiceAmongSeveral() {
        model.show(call("sim:3", new Identity.Several(List.of())));
        type("Hello");

        assertThat(open(model).verb()).isEqualTo(Verb.PICK);
        assertThat(open(model).hindrance()).isInstanceOf(Hindrance.NobodyPicked.class);
        assertThat(open(model).addressee()).isEqualTo("whoever you pick");
        model.save();
        assertThat(model.textProperty().get()).isEqualTo("Hello");

        model.show(call("sim:3", known(alyssa())));
        assertThat(open(model).hindrance()).isInstanceOf(Hindrance.None.class);
        assertThat(model.textProperty().get()).isEqualTo("Hello");
    }

    @Test
    void keepsTheTextWhenTheDiskFails() {
        model.show(FIRST);
        loaded("sim:1");
        type("Do not lose me.");
        desk.store.close();
        model.save();

        ui.runUntil("the banner", () -> open(model).failed());
        assertThat(model.textProperty().get()).isEqualTo("Do not lose me.");
        assertThat(open(model).hindrance()).isInstanceOf(Hindrance.None.class);
        ui.runUntil("the truth", () -> model.draftProperty().get() instanceof Draft.NotSaved);
    }

    @Test
    void refusesANoteThatIsTooLong() {
        model.show(FIRST);
        type("x".repeat(4096));
        assertThat(open(model).hindrance()).isInstanceOf(Hindrance.None.class);
        model.digit(1);

        assertThat(open(model).hindrance()).isEqualTo(new Hindrance.TooLong("[Refund]\n".length()));
        model.save();
        assertThat(model.textProperty().get()).hasSize(4096);
    }

    @Test
    void countsAnEmojiAsTheMemoryDoes() {
        model.show(FIRST);
        type("😀".repeat(2048));
        assertThat(open(model).length()).isEqualTo(4096);
        assertThat(open(model).hindrance()).isInstanceOf(Hindrance.None.class);

        type("😀".repeat(2049));
        assertThat(open(model).hindrance()).isEqualTo(new Hindrance.TooLong(2));
    }

    @Test
    void holdsANoteWithACardNumberBack() {
        model.show(FIRST);
        type("Card 4242 4242 4242 4242.");
        assertThat(open(model).hindrance()).isEqualTo(new Hindrance.CardNumber("4242"));
        model.save();
        assertThat(model.textProperty().get()).isNotEmpty();

        model.mask();
        assertThat(model.textProperty().get()).isEqualTo("Card •••• •••• •••• 4242.");
        assertThat(open(model).hindrance()).isInstanceOf(Hindrance.None.class);
    }

    @Test
    void takesTheAgentsWordThatANumberIsNoCard() {
        model.show(FIRST);
        type("Parcel 4242424242424242");
        model.notACard();

        assertThat(open(model).hindrance()).isInstanceOf(Hindrance.None.class);
        type("Parcel 4242424242424242 and 5555555555554444");
        assertThat(open(model).hindrance()).isEqualTo(new Hindrance.CardNumber("4444"));
    }

    @Test
    void choosesCodesByDigit() {
        assertThat(model.digit(1)).isFalse();
        model.show(FIRST);

        assertThat(model.digit(4)).isTrue();
        assertThat(model.digit(1)).isTrue();
        assertThat(model.chosen()).containsExactly("Refund", "Other");
        assertThat(model.digit(4)).isTrue();
        assertThat(model.chosen()).containsExactly("Refund");
        assertThat(model.digit(5)).isFalse();
        assertThat(model.digit(0)).isFalse();
    }

    @Test
    void insertsWordsOnALineOfTheirOwn() {
        model.show(FIRST);
        type("One.Two.");
        model.caretProperty().set(4);
        model.insert("Fact.");

        assertThat(model.textProperty().get()).isEqualTo("One.\nFact.\nTwo.");
        assertThat(model.caretProperty().get()).isEqualTo("One.\nFact.\n".length());
        model.insert("More.");
        assertThat(model.textProperty().get()).isEqualTo("One.\nFact.\nMore.\nTwo.");
    }

    @Test
    void showsNothingWithoutAnEncounter() {
        model.show(FIRST);
        type("Text");
        model.show(null);

        assertThat(model.stateProperty().get()).isInstanceOf(NoteState.Absent.class);
        assertThat(model.textProperty().get()).isEmpty();
        awaitDraft("sim:1", "Text");
    }

    @Test
    void tellsTheWorstStateOfAllNotes() {
        assertThat(outbox.stateProperty().get()).isEqualTo(OutboxState.EMPTY);
        model.show(FIRST);
        type("One");
        saveAndWait();
        assertThat(outbox.stateProperty().get()).isEqualTo(new OutboxState(OutboxState.Worst.SAVED_HERE, 1));
        model.show(SECOND);
        type("Two");
        saveAndWait();
        assertThat(outbox.stateProperty().get()).isEqualTo(new OutboxState(OutboxState.Worst.PARKED, 1));

        outbox.discard(outbox.notes().getFirst());
        ui.runUntil("one left", () -> outbox.notes().size() == 1);
        assertThat(outbox.stateProperty().get()).isEqualTo(new OutboxState(OutboxState.Worst.SAVED_HERE, 1));
    }

    @Test
    void listsWhatAnEarlierRunLeftBehind() {
        model.show(FIRST);
        type("Left behind");
        saveAndWait();

        OutboxViewModel restarted = new OutboxViewModel(desk.outbox, ui.work(), ui);
        ui.runUntil("the note", () -> restarted.notes().size() == 1);
        assertThat(restarted.notes()).extracting(Note::content).containsExactly("Left behind");
    }

    @Test
    void saysWhenSomethingWrittenCannotBeSaved() {
        model.show(FIRST);
        loaded("sim:1");
        assertThat(model.holdsBack()).isFalse();

        type("x".repeat(4097));
        assertThat(model.holdsBack()).isTrue();

        type("Second charge");
        assertThat(model.holdsBack()).isFalse();
    }
}
