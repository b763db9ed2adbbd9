package dev.recalldesk.notes;

import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.notes.NoteState.Draft;
import dev.recalldesk.notes.NoteState.Hindrance;
import dev.recalldesk.notes.NoteState.Open;
import dev.recalldesk.notes.NoteState.Verb;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Nodes;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The yellow card in which the agent writes, and the line that says what became of the note before. */
public final class NoteView extends VBox {
    /** A longer first name would push the codes out of the card; the whole name stands above the note anyway. */
    private static final int LONGEST_ON_BUTTON = 16;

    private final ZoneId zone;
    private final Label addressee = Rows.label("", "strong", "note-name");
    private final Icon draftIcon = new Icon(Feather.HARD_DRIVE, "small", "muted");
    private final Label draft = Rows.fixed("", "meta");
    private final HBox draftRow = Rows.row("note-draft", draftIcon, draft);
    private final Label counter = Rows.fixed("", "meta");
    private final Button save;
    private final Tooltip reason = new Tooltip();
    private final StackPane saveRoom;
    private final Button mask;
    private final Banner card;
    private final Banner failed;
    private final NoteEditor editor;

    /** @param leave gives the focus back to where it was */
    public NoteView(NoteViewModel model, ZoneId zone, Runnable leave) {
        this.zone = zone;
        setId("note");
        getStyleClass().add("note-room");
        editor = new NoteEditor(model, leave);
        KeyHint key = new KeyHint(Text.get("notes.save.key"));
        save = Buttons.withKey(Buttons.primary("note-save", "", model::save), key);
        saveRoom = new StackPane(save);
        mask = Buttons.plain("note-mask", "", model::mask);
        card = new Banner(
                Banner.Kind.DANGER,
                Text.get("notes.card"),
                Text.get("notes.card.rest"),
                mask,
                Buttons.flat("note-not-a-card", Text.get("notes.card.not"), model::notACard));
        failed = new Banner(Banner.Kind.DANGER, Text.get("notes.failed"), Text.get("notes.failed.rest"));
        failed.setId("note-failed");
        card.setId("note-card");
        addressee.setId("note-addressee");
        draft.setId("note-draft");
        counter.setId("note-counter");

        CodeBar codes = new CodeBar(model.codes(), model.chosen(), model::toggle);
        HBox foot = Rows.row("note-foot", Rows.grow(codes), counter, saveRoom);
        VBox banners = Rows.column("note-banners", card, failed);
        banners.visibleProperty().bind(card.visibleProperty().or(failed.visibleProperty()));
        banners.managedProperty().bind(banners.visibleProperty());
        VBox note = Rows.column("note", head(), editor, foot, banners);
        getChildren().addAll(new SentLine(model, zone), note);

        note.focusWithinProperty().subscribe(within -> Rows.show(key, within));
        model.stateProperty().subscribe(this::show);
        model.draftProperty().subscribe(this::show);
        CodeKeys.install(this, model::digit);
    }

    /** Puts the focus into the note. Called only when the agent asked for it. */
    public void focusNote() {
        editor.requestFocus();
    }

    private HBox head() {
        Label before = Rows.fixed(Text.get("notes.for"), "meta");
        return Rows.row(
                "note-head", new Icon(Feather.LOCK, "small", "warning"), before, addressee, Rows.gap(), draftRow);
    }

    private void show(NoteState state) {
        switch (state) {
            case NoteState.Absent absent -> Rows.show(this, false);
            case Open open -> {
                Rows.show(this, true);
                addressee.setText(open.addressee());
                editor.setAccessibleText(Text.get("notes.for.spoken", open.addressee()));
                save.setText(verb(open));
                count(open);
                hinder(open.hindrance());
                Rows.show(failed, open.failed());
            }
        }
    }

    private void show(Draft now) {
        Rows.show(draftRow, !(now instanceof Draft.Nothing));
        boolean lost = now instanceof Draft.NotSaved;
        draftIcon.show(lost ? Feather.ALERT_TRIANGLE : Feather.HARD_DRIVE);
        Nodes.style(draftIcon, "danger", lost);
        Nodes.style(draft, "danger-word", lost);
        draft.setText(
                switch (now) {
                    case Draft.Nothing nothing -> "";
                    case Draft.SavedHere here -> Text.get("notes.draft.saved", Ages.clockSeconds(here.at(), zone));
                    case Draft.NotSaved not -> Text.get("notes.draft.lost");
                });
    }

    private void hinder(Hindrance hindrance) {
        String why = switch (hindrance) {
            case Hindrance.None none -> "";
            case Hindrance.NothingWritten nothing -> Text.get("notes.why.empty");
            case Hindrance.TooLong tooLong -> Text.get("notes.why.long", tooLong.over());
            case Hindrance.CardNumber number -> Text.get("notes.why.card");
            case Hindrance.NobodyPicked nobody -> Text.get("notes.why.nobody");
            case Hindrance.Saving saving -> Text.get("notes.why.saving");
        };
        save.setDisable(!why.isEmpty());
        save.setAccessibleHelp(why);
        reason.setText(why);
        // a disabled button hears no mouse, so its room carries the reason
        Tooltip.uninstall(saveRoom, reason);
        if (!why.isEmpty()) {
            Tooltip.install(saveRoom, reason);
        }
        Rows.show(card, hindrance instanceof Hindrance.CardNumber);
        if (hindrance instanceof Hindrance.CardNumber(String lastDigits)) {
            mask.setText(Text.get("notes.card.mask", lastDigits));
        }
    }

    private void count(Open open) {
        int over = open.length() - NewObservation.MAX_CONTENT;
        counter.setText(
                over > 0
                        ? Text.get("notes.counter.over", open.length(), NewObservation.MAX_CONTENT, over)
                        : Text.get("notes.counter", open.length(), NewObservation.MAX_CONTENT));
        Nodes.style(counter, "danger-word", over > 0);
        Nodes.style(counter, "warning-word", over <= 0 && open.length() >= NoteViewModel.LONG);
        counter.setVisible(open.length() > 0);
    }

    private static String verb(Open open) {
        return switch (open.verb()) {
            case Verb.SAVE ->
                open.firstName().isEmpty() || open.firstName().length() > LONGEST_ON_BUTTON
                        ? Text.get("notes.save.nameless")
                        : Text.get("notes.save", open.firstName());
            case Verb.PARK -> Text.get("notes.park");
            case Verb.PICK -> Text.get("notes.pick");
        };
    }
}
