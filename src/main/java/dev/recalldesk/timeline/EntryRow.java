package dev.recalldesk.timeline;

import dev.recalldesk.desk.Note;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Origin;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.TwoSides;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A time, a fact, and where it is from. Made once and filled again and again. */
final class EntryRow extends HBox {
    private final TimelineViewModel timeline;
    private final Label time = Rows.fixed("", "meta", "entry-time");
    private final Label fact = new Label();
    private final Label author = Rows.label("", "meta");
    private final Chip state = Chip.pill("", Feather.CLOCK, "neutral");
    private final Icon stateIcon = new Icon(Feather.CLOCK, "small");
    private final Button versions;
    private final Chip origin = Chip.origin(Origin.AI_EXTRACTED);
    private final Tooltip exact = new Tooltip();
    private String tint = "neutral";
    private Row.@Nullable Entry entry;

    EntryRow(TimelineViewModel timeline, Consumer<String> insert, Consumer<String> copy) {
        this.timeline = timeline;
        getStyleClass().add("entry");
        fact.setWrapText(true);
        fact.getStyleClass().add("entry-fact");
        state.setGraphic(stateIcon);
        versions = Buttons.flat("entry-versions", Text.get("timeline.corrected"), this::toggle);
        versions.setGraphic(new Icon(Feather.GIT_COMMIT, "tiny"));
        versions.setAccessibleText(Text.get("timeline.corrected.spoken"));
        versions.setFocusTraversable(false);
        versions.getStyleClass().addAll("version-chip");
        HBox acts = Rows.row(
                "entry-acts",
                act(
                        "entry-insert",
                        Feather.CORNER_DOWN_LEFT,
                        Text.get("timeline.insert"),
                        timeline::insertText,
                        insert),
                act("entry-copy", Feather.COPY, Text.get("timeline.copy"), timeline::copyText, copy));
        HBox named = Rows.row("entry-author", Rows.gap(), author);
        StackPane slot = new StackPane(named, acts);
        slot.setMinWidth(0);
        HBox right = Rows.row("entry-right", slot, state, versions, origin);
        right.setMaxHeight(USE_PREF_SIZE);
        TwoSides body = new TwoSides(fact, right);
        body.setMinWidth(0);
        getChildren().addAll(time, Rows.grow(body));
        exact.getStyleClass().add("wide-tooltip");
        Tooltip.install(fact, exact);
        Tooltip.install(time, exact);
    }

    /** What an entry becomes where it is quoted. */
    private interface Wording {
        String of(Row.Entry entry);
    }

    private Button act(String id, Feather icon, String name, Wording wording, Consumer<String> taker) {
        Button button = Buttons.icon(id, icon, name, () -> {
            if (entry != null) {
                taker.accept(wording.of(entry));
            }
        });
        button.getStyleClass().add("compact");
        button.setFocusTraversable(false);
        return button;
    }

    private void toggle() {
        if (entry != null) {
            timeline.toggleVersions(entry);
        }
    }

    void show(Row.Entry next) {
        entry = next;
        Instant now = timeline.now();
        time.setText(Ages.clock(next.at(), timeline.zone()));
        fact.setText(next.text().strip());
        author.setText(TimelineWords.author(next));
        boolean said = next.source() != null;
        Rows.show(origin, said);
        if (next.source() != null) {
            origin.become(Origin.of(next.source()));
        }
        Rows.show(versions, next.corrected() && next instanceof Row.Fact);
        exact.setText(TimelineWords.exact(next, now, timeline.zone()));
        setAccessibleText(TimelineWords.spoken(next, now, timeline.zone()));
        switch (next) {
            case Row.Pending pending -> progress(pending.note().state());
            case Row.Fact saved when saved.justSaved() -> progress(Note.State.IN_MEMORY);
            default -> Rows.show(state, false);
        }
    }

    private void progress(Note.State at) {
        TimelineWords.Progress progress = TimelineWords.progress(at);
        state.getStyleClass().remove(tint);
        tint = progress.tint();
        state.getStyleClass().add(tint);
        state.setText(progress.word());
        stateIcon.show(progress.icon());
        Rows.show(state, true);
    }
}
