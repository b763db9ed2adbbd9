package dev.recalldesk.notes;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Note;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One note of the outbox: whose, what, how far, and what can be done about it. */
final class OutboxItem extends VBox {
    OutboxItem(Note note, OutboxViewModel model, ZoneId zone) {
        setId("outbox-" + note.id());
        getStyleClass().add("outbox-item");
        Label name = Rows.label(note.customerName(), "strong");
        name.setMinWidth(USE_PREF_SIZE);
        Label words = Rows.label(note.content().strip().replaceAll("\\s+", " "), "muted");
        Label told = Rows.wrapped(NoteWords.sentence(note, zone), "meta");
        told.setMaxWidth(Double.MAX_VALUE);
        HBox line = Rows.row("gap-8", NotePill.of(note), Rows.grow(told));
        switch (note.state()) {
            case SAVED_HERE -> line.getChildren().add(undo(note, model));
            case NEEDS_YOU ->
                line.getChildren()
                        .addAll(
                                Buttons.plain(
                                        "outbox-retry-" + note.id(), Text.get("notes.retry"), () -> model.retry(note)),
                                discard(note, model));
            case PARKED -> {
                model.offered().map(customer -> thisWas(note, customer, model)).ifPresent(line.getChildren()::add);
                line.getChildren().addAll(undo(note, model), discard(note, model));
            }
            case SENDING, ACCEPTED, IN_MEMORY -> {}
        }
        getChildren().addAll(Rows.row("gap-8", name, words), line);
    }

    private static Button thisWas(Note note, Customer customer, OutboxViewModel model) {
        String name = customer.firstName().orElse(customer.profileId());
        return Buttons.plain(
                "outbox-assign-" + note.id(), Text.get("notes.assign", name), () -> model.assign(note, customer));
    }

    private static Button undo(Note note, OutboxViewModel model) {
        return Buttons.plain(
                "outbox-undo-" + note.id(), Text.get("notes.undo"), Feather.ROTATE_CCW, () -> model.undo(note));
    }

    /** Discarding is for good, so it takes two presses, and the second one says so. */
    private static Button discard(Note note, OutboxViewModel model) {
        Button discard = Buttons.flat("outbox-discard-" + note.id(), Text.get("notes.discard"), () -> {});
        discard.setOnAction(first -> {
            discard.setText(Text.get("notes.discard.sure"));
            discard.getStyleClass().add("danger");
            discard.setOnAction(second -> model.discard(note));
        });
        return discard;
    }
}
