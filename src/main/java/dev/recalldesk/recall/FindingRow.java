package dev.recalldesk.recall;

import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.MarkedText;
import dev.recalldesk.ui.Origin;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.ScoreBar;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.TwoLines;
import dev.recalldesk.ui.TwoSides;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A thing recalled: relevance, fact, where it is from, how old it is, and what can be done with it. Made once and filled
 * again and again.
 */
final class FindingRow extends HBox {
    private final RecallViewModel recall;
    private final Consumer<String> insert;
    private final Consumer<String> copy;
    private final ScoreBar score = new ScoreBar();
    private final TwoLines fact = new TwoLines();
    private final Label age = Rows.fixed("", "meta");
    private final Chip origin = Chip.origin(Origin.AI_EXTRACTED);
    private final Label summary = Rows.fixed(Text.get("recall.summary"), "meta");
    private final Label when = Rows.label("", "meta");
    private final Chip corrected = Chip.filled(Text.get("recall.corrected"));
    private final MarkedText reason = new MarkedText();
    private final HBox why = new HBox(new Icon(Feather.ZAP, "small", "accent"), Rows.grow(reason));
    private final Tooltip exact = new Tooltip();
    private boolean chosen;
    private @Nullable Finding finding;

    FindingRow(RecallViewModel recall, Consumer<String> insert, Consumer<String> copy) {
        this.recall = recall;
        this.insert = insert;
        this.copy = copy;
        getStyleClass().add("finding");
        summary.setGraphic(new Icon(Feather.FILE_TEXT, "small", "muted"));
        corrected.setGraphic(new Icon(Feather.GIT_COMMIT, "tiny"));
        HBox words = Rows.row("gap-8", origin, summary, when, corrected);
        words.setMinWidth(0);
        TwoSides meta = TwoSides.whole(words, acts());
        HBox top = new HBox(Rows.grow(fact), age);
        top.getStyleClass().add("finding-top");
        why.getStyleClass().addAll("finding-why", "meta");
        VBox body = Rows.column("finding-body", top, meta, why);
        body.setMinWidth(0);
        getChildren().addAll(score, Rows.grow(body));
        exact.getStyleClass().add("wide-tooltip");
        Tooltip.install(fact, exact);
        focusedProperty().subscribe(this::explain);
        explain();
    }

    /** Whether the list this row stands in has it selected; a row that stands alone goes by its focus. */
    void choose(boolean selected) {
        chosen = selected;
        explain();
    }

    private void explain() {
        Rows.show(
                why,
                (chosen || isFocused()) && finding != null && !finding.why().isEmpty());
    }

    private HBox acts() {
        Button put = Buttons.flat("finding-insert", Text.get("recall.insert"), this::insert);
        put.setGraphic(new Icon(Feather.CORNER_DOWN_LEFT, "small"));
        put.getStyleClass().addAll("compact", "finding-insert");
        Button keep = Buttons.icon("finding-copy", Feather.COPY, Text.get("recall.copy"), this::copy);
        keep.getStyleClass().add("compact");
        put.setFocusTraversable(false);
        keep.setFocusTraversable(false);
        HBox acts = Rows.row("finding-acts", put, keep);
        acts.setMinWidth(USE_PREF_SIZE);
        return acts;
    }

    void show(Finding next) {
        finding = next;
        Instant now = recall.now();
        Rows.show(score, next.score().isPresent());
        score.show(next.score());
        fact.show(next.text(), next.words());
        age.setText(Ages.age(next.at(), now));
        boolean gist = next.kind() == Finding.Kind.SUMMARY || next.source() == null;
        Rows.show(summary, gist);
        Rows.show(origin, !gist);
        if (!gist && next.source() != null) {
            origin.become(Origin.of(next.source()));
        }
        when.setText(RecallWords.when(next, now, recall.zone()));
        Rows.show(corrected, next.corrected());
        exact.setText(Text.get("recall.exact", Ages.exact(next.at(), recall.zone()), next.text()));
        reason.show(next.why(), next.words());
        explain();
        setAccessibleText(RecallWords.spoken(next, now, recall.zone()));
        setAccessibleHelp(next.why().isEmpty() ? null : next.why());
    }

    void insert() {
        if (finding != null) {
            insert.accept(recall.insertText(finding));
        }
    }

    void copy() {
        if (finding != null) {
            copy.accept(recall.copyText(finding));
        }
    }
}
