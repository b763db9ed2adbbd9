package dev.recalldesk.app;

import dev.recalldesk.ui.UiThread;
import javafx.application.Platform;

/** JavaFX's own UI thread; the only place that posts to it. Thread-safe. */
final class FxUiThread implements UiThread {
    private volatile boolean closed;

    @Override
    public void post(Runnable action) {
        Platform.runLater(() -> {
            if (!closed) {
                action.run();
            }
        });
    }

    /** Drops whatever comes from now on: what it would change is gone. */
    void close() {
        closed = true;
    }
}
