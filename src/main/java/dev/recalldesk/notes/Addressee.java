package dev.recalldesk.notes;

import dev.recalldesk.desk.CardGuard;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.NewNote;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.notes.NoteState.Hindrance;
import dev.recalldesk.notes.NoteState.Verb;
import dev.recalldesk.ui.Text;
import java.util.Optional;

/** Whose note it is, what can be done with it, and why it may not be saved. */
final class Addressee {
    private Addressee() {}

    static NoteState.Open state(Encounter encounter, Page page) {
        int length = page.note.saved().length();
        return new NoteState.Open(
                name(encounter),
                verb(encounter),
                encounter.customer().flatMap(Customer::firstName).orElse(""),
                length,
                hindrance(encounter, page, length),
                page.failed);
    }

    static NewNote note(Encounter encounter, String content, String source) {
        return new NewNote(
                encounter.key(),
                encounter.customer().map(Customer::profileId).orElse(null),
                name(encounter),
                content,
                source,
                encounter.caller().conversationId());
    }

    private static String name(Encounter encounter) {
        Optional<Customer> customer = encounter.customer();
        if (encounter.identity() instanceof Identity.Several) {
            return Text.get("notes.for.picked");
        }
        String number = encounter.caller().number();
        String unnamed = number.isEmpty() ? Text.get("notes.for.withheld") : number;
        return customer.flatMap(Customer::name).orElse(unnamed);
    }

    private static Verb verb(Encounter encounter) {
        return switch (encounter.identity()) {
            case Identity.Known known -> Verb.SAVE;
            case Identity.Several several -> Verb.PICK;
            case Identity.Searching searching -> Verb.PARK;
            case Identity.Nobody nobody -> Verb.PARK;
            case Identity.Withheld withheld -> Verb.PARK;
            case Identity.Unanswered unanswered -> Verb.PARK;
        };
    }

    private static Hindrance hindrance(Encounter encounter, Page page, int length) {
        Optional<CardGuard.Card> card = CardGuard.find(page.note.text(), page.notCards);
        if (card.isPresent()) {
            return new Hindrance.CardNumber(card.get().lastDigits());
        }
        if (length > NewObservation.MAX_CONTENT) {
            return new Hindrance.TooLong(length - NewObservation.MAX_CONTENT);
        }
        if (verb(encounter) == Verb.PICK) {
            return new Hindrance.NobodyPicked();
        }
        if (page.note.blank()) {
            return new Hindrance.NothingWritten();
        }
        return page.saving != null ? new Hindrance.Saving() : new Hindrance.None();
    }
}
