package dev.recalldesk.app;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The background tasks as a floating list: progress, cancel, and what failed until it is dismissed. */
final class TasksView extends VBox {
    private final BackgroundTasks tasks;
    private final VBox rows = Rows.column("task-rows");

    TasksView(BackgroundTasks tasks, Runnable close) {
        this.tasks = tasks;
        setId("tasks");
        getStyleClass().addAll("tasks", "float");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        getChildren()
                .addAll(
                        Rows.row(
                                "overlay-head",
                                Rows.label(Text.get("tasks.title"), "title"),
                                Rows.gap(),
                                Buttons.icon("close-tasks", Feather.X, Text.get("close"), close)),
                        Rows.grow(scroll));
        ListChangeListener<BackgroundTasks.Row> redraw = change -> fill();
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                tasks.rows().removeListener(redraw);
            } else {
                tasks.rows().addListener(redraw);
                fill();
            }
        });
    }

    private void fill() {
        rows.getChildren().setAll(tasks.rows().stream().map(this::row).toList());
        if (tasks.rows().isEmpty()) {
            rows.getChildren().add(Rows.label(Text.get("tasks.none"), "muted"));
        }
    }

    private Node row(BackgroundTasks.Row task) {
        HBox head = Rows.row("task-head", Rows.grow(Rows.wrapped(task.title(), "strong")));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(task.fractionProperty());
        bar.setAccessibleText(task.title());
        bar.setMaxWidth(Double.MAX_VALUE);
        Label outcome = Rows.wrapped("", "meta");
        VBox row = Rows.column("task-row", head, bar, outcome);
        task.stateProperty().subscribe(state -> {
            boolean running = state == BackgroundTasks.State.RUNNING;
            Rows.show(bar, running);
            outcome.setText(task.outcome());
            Rows.show(outcome, !task.outcome().isEmpty());
            head.getChildren().remove(1, head.getChildren().size());
            head.getChildren().addAll(verbs(task, state));
        });
        return row;
    }

    private Node[] verbs(BackgroundTasks.Row task, BackgroundTasks.State state) {
        Node dismiss = Buttons.flat("task-dismiss", Text.get("tasks.dismiss"), () -> tasks.dismiss(task));
        return switch (state) {
            case RUNNING -> new Node[] {Buttons.plain("task-cancel", Text.get("tasks.cancel"), task::cancel)};
            case DONE -> new Node[] {Chip.pill(Text.get("tasks.done"), Feather.CHECK, "success"), dismiss};
            case CANCELLED -> new Node[] {Chip.pill(Text.get("tasks.cancelled"), Feather.SLASH, "neutral"), dismiss};
            case FAILED -> new Node[] {Chip.pill(Text.get("tasks.failed"), Feather.ALERT_TRIANGLE, "danger"), dismiss};
        };
    }
}
