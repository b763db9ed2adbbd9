package dev.recalldesk.calls;

import dev.recalldesk.desk.CallLog;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One row of the list: an open call, the head of a day, or a call that is over. In the rail, badge over time. */
final class CallCell extends ListCell<CallRow> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Seconds seconds;
    private final ZoneId zone;
    private final BooleanSupplier rail;
    private final CallBadge badge = new CallBadge(false);
    private final Label name = Rows.label("", "call-name");
    private final KeyHint key = new KeyHint("");
    private final CallTimer worded;
    private final CallTimer bare;
    private final HBox open;
    private final VBox openInRail;

    CallCell(Seconds seconds, ZoneId zone, BooleanSupplier rail, Consumer<CallRow> activate) {
        this.seconds = seconds;
        this.zone = zone;
        this.rail = rail;
        worded = new CallTimer(seconds, zone, true);
        bare = new CallTimer(seconds, zone, false);
        open = Rows.row("call-row");
        openInRail = Rows.column("call-row-rail");
        getStyleClass().add("call-cell");
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && getItem() != null) {
                activate.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable CallRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setTooltip(null);
        pseudoClassStateChanged(CHOSEN, row instanceof CallRow.Open(Encounter _, int _, boolean chosen) && chosen);
        switch (row) {
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
            case CallRow.Open one -> showOpen(one);
            case CallRow.Day(LocalDate day) -> showDay(day);
            case CallRow.Past(CallLog.Entry call) -> showPast(call);
        }
    }

    private void showOpen(CallRow.Open row) {
        Encounter call = row.call();
        CallState state = CallState.of(call.phase());
        String title = CallWords.title(call);
        badge.show(state);
        name.setText(title);
        name.getStyleClass().removeAll("strong", "medium");
        name.getStyleClass().add(row.selected() ? "strong" : "medium");
        key.setText(Integer.toString(row.position()));
        Rows.show(key, row.position() <= 9);
        setAccessibleText(Text.get("calls.row.spoken", title, state.word(), row.position()));
        setTooltip(new Tooltip(title + ", " + state.word()));
        if (rail.getAsBoolean()) {
            bare.show(call);
            openInRail.getChildren().setAll(badge, bare);
            setGraphic(openInRail);
        } else {
            worded.show(call);
            open.getChildren().setAll(badge, Rows.grow(Rows.column("call-words", name, worded)), key);
            setGraphic(open);
        }
    }

    private void showDay(LocalDate day) {
        String word = Ages.day(day, LocalDate.ofInstant(seconds.now(), zone));
        setAccessibleText(word);
        Node head = rail.getAsBoolean() ? Rows.column("call-rule", rule()) : Rows.label(word, "section", "call-day");
        setGraphic(head);
    }

    private void showPast(CallLog.Entry call) {
        PastWords words = PastWords.of(call);
        Icon icon = new Icon(words.icon(), "small", words.iconStyle());
        Label clock = Rows.fixed(Ages.clock(call.startedAt(), zone), "meta", "muted");
        setAccessibleText(
                Text.get("calls.past.spoken", words.title(), words.outcome(), Ages.clock(call.startedAt(), zone)));
        setTooltip(new Tooltip(words.title() + ", " + words.outcome()));
        if (rail.getAsBoolean()) {
            setGraphic(Rows.column("call-row-rail", icon, clock));
        } else {
            setGraphic(Rows.row("past-row", icon, Rows.grow(wide(Rows.label(words.title()))), clock));
        }
    }

    private static Label wide(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    /** How a past call looks and what it is called. */
    private record PastWords(String title, String outcome, Feather icon, String iconStyle) {
        static PastWords of(CallLog.Entry call) {
            String title = call.name() != null
                    ? call.name()
                    : call.number().isEmpty() ? Text.get("calls.withheld") : call.number();
            return switch (call.outcome()) {
                case ANSWERED -> new PastWords(title, Text.get("calls.past.answered"), Feather.PHONE_INCOMING, "muted");
                case OUTGOING -> new PastWords(title, Text.get("calls.past.outgoing"), Feather.PHONE_OUTGOING, "muted");
                case MISSED -> new PastWords(title, Text.get("calls.state.missed"), Feather.PHONE_MISSED, "danger");
            };
        }
    }
}
