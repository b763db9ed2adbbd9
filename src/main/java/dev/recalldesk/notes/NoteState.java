package dev.recalldesk.notes;

import java.time.Instant;

/** What the note composer shows. */
public sealed interface NoteState {
    /** No encounter, so nothing to write about. */
    record Absent() implements NoteState {}

    /**
     * A note can be written.
     *
     * @param addressee whose note it is: a name, a number, or "whoever you pick"
     * @param verb what the main button does
     * @param firstName for the button; empty when there is no name
     * @param length characters (UTF-16 units) the saved note would have
     * @param hindrance why the button is disabled
     * @param failed whether saving was tried and this computer could not keep the note
     */
    record Open(String addressee, Verb verb, String firstName, int length, Hindrance hindrance, boolean failed)
            implements NoteState {}

    /** Whether the note can be handed to the outbox as it stands. */
    default boolean savable() {
        return this instanceof Open open && open.hindrance() instanceof Hindrance.None;
    }

    /**
     * Whether something was written that cannot be saved as it stands.
     *
     * @param written whether there are any words
     */
    default boolean holdsBack(boolean written) {
        return this instanceof Open open
                && switch (open.hindrance()) {
                    case Hindrance.TooLong tooLong -> true;
                    case Hindrance.CardNumber card -> true;
                    case Hindrance.NobodyPicked() -> written;
                    case Hindrance.None() -> false;
                    case Hindrance.NothingWritten() -> false;
                    case Hindrance.Saving() -> false;
                };
    }

    /** What the main button does. */
    enum Verb {
        SAVE,
        PARK,
        PICK
    }

    /** Why a note cannot be saved now. */
    sealed interface Hindrance {
        record None() implements Hindrance {}

        record NothingWritten() implements Hindrance {}

        /** @param over how many characters too many */
        record TooLong(int over) implements Hindrance {}

        /** @param lastDigits the four digits that may stay readable */
        record CardNumber(String lastDigits) implements Hindrance {}

        record NobodyPicked() implements Hindrance {}

        /** It is being kept at this moment. */
        record Saving() implements Hindrance {}
    }

    /** What has become of the draft. */
    sealed interface Draft {
        record Nothing() implements Draft {}

        /** On this computer since {@code at}. */
        record SavedHere(Instant at) implements Draft {}

        /** This computer could not keep it; it is on the screen only. */
        record NotSaved() implements Draft {}
    }
}
