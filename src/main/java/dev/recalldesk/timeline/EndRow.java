package dev.recalldesk.timeline;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.EmptyState;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Skeleton;
import dev.recalldesk.ui.Text;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where entries are not, or not yet: a skeleton, a reason, a way on. */
final class EndRow extends VBox {
    private final TimelineViewModel timeline;

    EndRow(TimelineViewModel timeline) {
        this.timeline = timeline;
        getStyleClass().add("feed-end");
    }

    void show(Row.Cause cause) {
        switch (cause) {
            case Row.Cause.Waiting waiting -> getChildren().setAll(new Skeleton(4));
            case Row.Cause.Empty empty -> getChildren().setAll(nothing());
            case Row.Cause.NoMatch none ->
                getChildren()
                        .setAll(new EmptyState(
                                Text.get("timeline.nomatch"),
                                Text.get("timeline.nomatch.rest"),
                                Buttons.plain(
                                        "timeline-everything",
                                        Text.get("timeline.everything"),
                                        timeline::showEverything)));
            case Row.Cause.Failed failed ->
                getChildren().setAll(banner(failed.failure(), Text.get("timeline.failed.rest")));
        }
    }

    void show(Row.Coming coming) {
        switch (coming) {
            case Row.Coming.OnItsWay waiting -> getChildren().setAll(new Skeleton(2));
            case Row.Coming.Paused paused ->
                getChildren()
                        .setAll(Rows.row(
                                "feed-paused",
                                Rows.wrapped(Text.get("timeline.paused", paused.searched()), "muted"),
                                Buttons.plain("timeline-on", Text.get("timeline.paused.on"), timeline::goOn)));
            case Row.Coming.Failed failed ->
                getChildren().setAll(banner(failed.failure(), Text.get("timeline.failed.older")));
        }
    }

    private EmptyState nothing() {
        String name = timeline.customerNameProperty().get();
        boolean gists = timeline.tabProperty().get() == Tab.SUMMARIES;
        String title = name.isEmpty() ? Text.get("timeline.empty") : Text.get("timeline.empty.of", name);
        String again = Text.get("timeline.empty.again");
        return new EmptyState(
                gists ? Text.get("timeline.empty.summaries") : title,
                gists ? Text.get("timeline.empty.summaries.rest") : Text.get("timeline.empty.rest"),
                Buttons.plain("timeline-again", again, Feather.REFRESH_CW, timeline::refresh));
    }

    private Banner banner(MemoryFailure failure, String rest) {
        String help = FailureWords.help(failure, timeline.zone()) + " " + rest;
        return new Banner(Banner.Kind.WARNING, FailureWords.cause(failure), help, retry());
    }

    private Button retry() {
        return Buttons.plain("timeline-retry", Text.get("timeline.retry"), timeline::goOn);
    }
}
