package dev.recalldesk.calls;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.telephony.CallControls.Verb;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** One call in the strip: who, why, for how long, and what can be done. Made once a call, so that a focus in it stays. */
final class CallCard extends HBox {
    private static final PseudoClass RINGING = PseudoClass.getPseudoClass("ringing");

    /** The name is that much larger than the text around it. */
    private static final double TITLE_SIZE = 1.15;

    private final CallsViewModel model;
    private final String store;
    private final CallBadge badge = new CallBadge(true);
    private final Label name = Rows.label("", "title");
    private final Chip tier = Chip.filled("");
    private final Chip possible = Chip.tinted("", Feather.HELP_CIRCLE, "warning");
    private final Label detail = Rows.label("", "meta", "strip-detail");
    private final CallTimer timer;
    private final StripButton open;
    private final StripButton answer;
    private final StripButton hold;
    private final StripButton resume;
    private final StripButton hangUp;
    private final StripButton finish;
    private final StripButton dismiss;
    private boolean tight;
    private boolean opened;
    private boolean only;
    private boolean hangUpOffered;

    CallCard(String key, CallsViewModel model, Seconds seconds, ZoneId zone, String store) {
        this.model = model;
        this.store = store;
        timer = new CallTimer(seconds, zone, true);
        timer.getStyleClass().add("title");
        timer.setAlignment(Pos.CENTER_RIGHT);
        String id = "strip-" + key.replace(':', '-') + "-";
        open = new StripButton(id + "open", Feather.EYE, Text.get("calls.open"), "", () -> model.select(key));
        answer = verb(id + "answer", Feather.PHONE, Text.get("calls.answer"), Verb.ANSWER, key);
        hold = verb(id + "hold", Feather.PAUSE, Text.get("calls.hold"), Verb.HOLD, key);
        resume = verb(id + "resume", Feather.PLAY, Text.get("calls.resume"), Verb.RESUME, key);
        hangUp = verb(id + "hang-up", Feather.PHONE_OFF, Text.get("calls.hang-up"), Verb.HANG_UP, key);
        finish = new StripButton(
                id + "finish",
                Feather.CHECK_CIRCLE,
                Text.get("calls.finish"),
                Text.get("calls.finish.keys"),
                () -> model.finish(key));
        dismiss = new StripButton(id + "dismiss", Feather.X, Text.get("calls.dismiss"), "", () -> model.finish(key));
        setId(id + "card");
        getStyleClass().addAll("sheet", "call-card");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        setPrefWidth(1);
        setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        wholeInTooltip(name);
        wholeInTooltip(detail);
        HBox first = Rows.row("gap-8", name, tier, possible);
        getChildren()
                .addAll(
                        badge,
                        Rows.grow(Rows.column("call-words", first, detail)),
                        timer,
                        Rows.row("gap-4", buttons().toArray(StripButton[]::new)));
        widthProperty().subscribe(width -> arrange());
        name.fontProperty().subscribe(font -> arrange());
    }

    /** @param alone whether this is the only call, so that opening it needs no button while it is open */
    void show(Encounter call, boolean alone, boolean narrow) {
        Phase phase = call.phase();
        boolean selected = model.selected(call);
        badge.show(CallState.of(phase));
        timer.show(call);
        name.setText(CallWords.longTitle(call));
        detail.setText(CallWords.detail(call, store));
        tier.setText(CallWords.tier(call).orElse(""));
        possible.setText(
                call.identity() instanceof Identity.Several s
                        ? Text.get("calls.possible", s.candidates().size())
                        : "");
        pseudoClassStateChanged(RINGING, phase == Phase.RINGING);
        int position = model.position(call);
        open.show(
                selected ? Feather.CHECK : Feather.EYE,
                selected ? Text.get("calls.opened") : Text.get("calls.open"),
                position <= 9 ? Text.get("calls.alt", position) : "");
        Set<Verb> verbs = model.offered(call);
        opened = selected;
        only = alone;
        Rows.show(answer, verbs.contains(Verb.ANSWER));
        Rows.show(hold, verbs.contains(Verb.HOLD));
        Rows.show(resume, verbs.contains(Verb.RESUME));
        hangUpOffered = verbs.contains(Verb.HANG_UP);
        Rows.show(finish, phase == Phase.WRAPPING_UP);
        Rows.show(dismiss, phase == Phase.MISSED);
        tight = narrow;
        arrange();
        setAccessibleText(Text.get(
                "calls.card.spoken", name.getText(), CallState.of(phase).word(), detail.getText()));
    }

    /** Gives up words from the least needed on, so that the name always has room. */
    private void arrange() {
        double em = name.getFont().getSize() / TITLE_SIZE;
        double room = getWidth() / em;
        boolean small = tight || room < 44;
        buttons().forEach(button -> button.arrange(small || (room < 52 && button != open && button != finish)));
        boolean roomy = room >= 40;
        timer.worded(room >= 32);
        Rows.show(open, !(opened && (only || !roomy)));
        Rows.show(hangUp, hangUpOffered && roomy);
        Rows.show(tier, !tier.getText().isEmpty() && roomy);
        Rows.show(possible, !possible.getText().isEmpty() && roomy);
    }

    private static void wholeInTooltip(Label label) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        label.setTooltip(whole);
    }

    private StripButton verb(String id, Feather icon, String word, Verb verb, String key) {
        return new StripButton(id, icon, word, "", () -> model.perform(verb, key));
    }

    private List<StripButton> buttons() {
        return List.of(open, answer, hold, resume, hangUp, finish, dismiss);
    }
}
