package dev.recalldesk.timeline;

import dev.recalldesk.memory.Observation;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Origin;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.TwoSides;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a fact said before, newest first, on a rail below it. */
final class VersionsRow extends VBox {
    private final TimelineViewModel timeline;

    VersionsRow(TimelineViewModel timeline) {
        this.timeline = timeline;
        getStyleClass().add("versions");
    }

    void show(Row.Versions versions) {
        switch (versions.history()) {
            case Row.History.Asking asking ->
                getChildren().setAll(Rows.label(Text.get("timeline.versions.loading"), "meta"));
            case Row.History.Failed failed -> {
                Label cause = Rows.wrapped(FailureWords.cause(failed.failure()), "meta");
                getChildren()
                        .setAll(
                                cause,
                                Buttons.plain(
                                        "versions-retry",
                                        Text.get("timeline.retry"),
                                        () -> timeline.retryVersions(versions.factId())));
            }
            case Row.History.Known known -> getChildren().setAll(lines(known));
        }
    }

    private List<Node> lines(Row.History.Known known) {
        List<Node> lines = new ArrayList<>();
        int count = known.states().size();
        for (int i = 0; i < count; i++) {
            Observation state = known.states().get(i);
            Label words = Rows.wrapped(state.content().strip(), i == 0 ? "version-now" : "muted");
            HBox left = new HBox(Rows.grow(words));
            left.getStyleClass().add("gap-8");
            if (known.complete()) {
                left.getChildren().addFirst(Chip.filled(Text.get("timeline.version", count - i)));
            }
            lines.add(new TwoSides(left, Rows.fixed(said(state), "meta")));
        }
        return lines;
    }

    private String said(Observation state) {
        String author = Origin.author(state.source());
        String who = author.isEmpty() ? Origin.of(state.source()).word() : author;
        return Text.get("timeline.version.by", who, Ages.date(state.updatedAt(), timeline.zone()));
    }
}
