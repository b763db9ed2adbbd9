package dev.recalldesk.app;

import dev.recalldesk.desk.Encounter.Timing;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.Duration;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The foot of the window: what runs in the background, and how long the last screen pop took. */
final class StatusBar extends HBox {
    private final Button tasksButton;
    private final Label timing = Rows.label("", "meta");
    private final Label news = Rows.label("", "meta");
    private final BackgroundTasks tasks;

    StatusBar(BackgroundTasks tasks, Runnable openTasks) {
        this.tasks = tasks;
        getStyleClass().add("status-bar");
        timing.setId("status-timing");
        news.setId("status-news");
        tasksButton = Buttons.plain("open-tasks", "", Feather.ACTIVITY, openTasks);
        tasksButton.getStyleClass().addAll("flat", "compact");
        getChildren().addAll(tasksButton, news, Rows.gap(), timing);
        ListChangeListener<BackgroundTasks.Row> changed = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(row -> row.stateProperty().subscribe(this::count));
            }
            count();
        };
        tasks.rows().addListener(changed);
        count();
    }

    /** Says how long the agent waited for the name and for the whole panel. */
    void timing(Timing waited) {
        Duration name = waited.toName();
        Duration panel = waited.toPanel();
        if (name == null) {
            timing.setText("");
        } else if (panel == null) {
            timing.setText(Text.get("status.name", Ages.took(name)));
        } else {
            timing.setText(Text.get("status.nameAndPanel", Ages.took(name), Ages.took(panel)));
        }
    }

    /** A short true sentence on what just happened; it stays until the next one. */
    void news(String sentence) {
        news.setText(sentence);
    }

    private void count() {
        long running = tasks.rows().stream()
                .filter(row -> row.stateProperty().get() == BackgroundTasks.State.RUNNING)
                .count();
        long failed = tasks.rows().stream()
                .filter(row -> row.stateProperty().get() == BackgroundTasks.State.FAILED)
                .count();
        tasksButton.setText(failed > 0 ? Text.get("tasks.someFailed", failed) : Text.get("tasks.running", running));
        tasksButton.setAccessibleText(tasksButton.getText());
    }
}
