package dev.recalldesk.app;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.EmptyState;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;

/** The window before the memory is open, and what it says when the memory cannot be opened. */
final class StartingView extends StackPane {
    private final Label words = Rows.label(Text.get("starting.opening"), "muted");
    private final ProgressBar bar = new ProgressBar();

    StartingView() {
        getStyleClass().add("window");
        bar.setAccessibleText(Text.get("starting.opening"));
        getChildren().add(Rows.column("starting", words, bar));
    }

    /** The demo customers are on their way in. */
    void demo(double fraction) {
        words.setText(Text.get("starting.demo"));
        bar.setProgress(fraction);
    }

    /** Says why the memory cannot be opened and what to do. */
    void failed(String reason, Runnable again, Runnable quit) {
        getChildren()
                .setAll(new EmptyState(
                        Text.get("starting.failed"),
                        reason,
                        Buttons.primary("start-again", Text.get("starting.again"), again),
                        Buttons.plain("start-quit", Text.get("starting.quit"), quit)));
    }
}
