package dev.recalldesk.notes;

import atlantafx.base.controls.Popover;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The worst state of all notes in one line; it opens the list. In a rail it is an icon over a count. */
public final class OutboxLine extends Button {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private final OutboxViewModel model;
    private final ZoneId zone;
    private final Tooltip name = new Tooltip();
    private final boolean rail;

    private OutboxLine(OutboxViewModel model, ZoneId zone, boolean rail) {
        this.model = model;
        this.zone = zone;
        this.rail = rail;
        setId(rail ? "outbox-rail" : "outbox-line");
        setMaxWidth(Double.MAX_VALUE);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().addAll("flat", rail ? "outbox-rail" : "outbox-line");
        setOnAction(event -> open());
        model.stateProperty().subscribe(this::show);
    }

    /** A whole line, for the foot of the calls pane. */
    public static OutboxLine line(OutboxViewModel model, ZoneId zone) {
        return new OutboxLine(model, zone, false);
    }

    /** Icon and count, for the rail; the words are in its tooltip and spoken. */
    public static OutboxLine rail(OutboxViewModel model, ZoneId zone) {
        OutboxLine rail = new OutboxLine(model, zone, true);
        rail.setTooltip(rail.name);
        return rail;
    }

    private void show(OutboxState state) {
        String words = words(state);
        setAccessibleText(Text.get("notes.outbox") + ", " + words);
        name.setText(Text.get("notes.outbox") + ", " + words);
        pseudoClassStateChanged(BAD, state.worst() == OutboxState.Worst.NEEDS_YOU);
        setGraphic(rail ? railGraphic(state) : lineGraphic(state, words));
    }

    private static VBox railGraphic(OutboxState state) {
        boolean underWay = state.count() > 0 && state.worst() != OutboxState.Worst.ALL_IN_MEMORY;
        Label count = Rows.fixed(Integer.toString(state.count()), "meta");
        Rows.show(count, underWay);
        return Rows.column("outbox-rail-content", new Icon(Feather.UPLOAD_CLOUD), count);
    }

    private static HBox lineGraphic(OutboxState state, String words) {
        Label outbox = Rows.fixed(Text.get("notes.outbox"), "medium");
        HBox line = Rows.row("outbox-line-content", new Icon(Feather.UPLOAD_CLOUD, "small"), outbox, Rows.gap());
        String tint = tint(state);
        line.getChildren().add(tint.isEmpty() ? Rows.label(words, "meta") : Chip.state(words, tint));
        return line;
    }

    private void open() {
        OutboxView notes = new OutboxView(model, zone);
        Popover list = new Popover(notes);
        list.setOnHidden(hidden -> notes.close());
        list.setArrowLocation(rail ? Popover.ArrowLocation.LEFT_BOTTOM : Popover.ArrowLocation.BOTTOM_LEFT);
        list.setAnimated(false);
        list.setHeaderAlwaysVisible(false);
        list.setDetachable(false);
        list.show(this);
    }

    private static String words(OutboxState state) {
        return switch (state.worst()) {
            case NEEDS_YOU -> Text.get("notes.outbox.needs", state.count());
            case PARKED -> Text.get("notes.outbox.parked", state.count());
            case SENDING -> Text.get("notes.outbox.sending", state.count());
            case SAVED_HERE -> Text.get("notes.outbox.saved", state.count());
            case ACCEPTED -> Text.get("notes.outbox.accepted", state.count());
            case ALL_IN_MEMORY -> Text.get("notes.outbox.memory");
            case EMPTY -> Text.get("notes.outbox.empty");
        };
    }

    private static String tint(OutboxState state) {
        return switch (state.worst()) {
            case NEEDS_YOU -> "danger";
            case PARKED, SAVED_HERE -> "neutral";
            case SENDING, ACCEPTED -> "accent";
            case ALL_IN_MEMORY, EMPTY -> "";
        };
    }
}
