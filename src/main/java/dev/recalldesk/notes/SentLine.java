package dev.recalldesk.notes;

import dev.recalldesk.desk.Note;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What became of the last note of this encounter. */
final class SentLine extends HBox {
    private final NoteViewModel model;
    private final ZoneId zone;

    SentLine(NoteViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        setId("note-last");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("note-last");
        model.lastProperty().subscribe(this::show);
    }

    private void show(@Nullable Note note) {
        Rows.show(this, note != null);
        getChildren().clear();
        if (note == null) {
            return;
        }
        Label told = Rows.label(NoteWords.sentence(note, zone), "meta");
        getChildren().addAll(NotePill.of(note), Rows.grow(told));
        told.setMaxWidth(Double.MAX_VALUE);
        switch (note.state()) {
            case SAVED_HERE, PARKED ->
                getChildren().add(Buttons.plain("note-undo", Text.get("notes.undo"), Feather.ROTATE_CCW, model::undo));
            case NEEDS_YOU ->
                getChildren()
                        .add(Buttons.plain("note-retry", Text.get("notes.retry"), Feather.ROTATE_CW, model::retry));
            case SENDING, ACCEPTED, IN_MEMORY -> {}
        }
    }
}
