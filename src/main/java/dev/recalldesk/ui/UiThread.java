package dev.recalldesk.ui;

/** The one door to the UI thread. The window passes JavaFX's; tests pass a queue of their own. */
@FunctionalInterface
public interface UiThread {
    /** Runs the action on the UI thread, in the order posted. May be called from any thread and returns at once. */
    void post(Runnable action);
}
