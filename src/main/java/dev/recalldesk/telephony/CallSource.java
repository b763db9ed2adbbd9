package dev.recalldesk.telephony;

import java.util.function.Consumer;

/** A phone system the desk listens to. Thread-safe. */
public interface CallSource extends AutoCloseable {
    /** A short stable name, the {@code adapter} of every event from here. */
    String name();

    /**
     * Starts announcing calls. Called once.
     *
     * @param listener may be called from any thread and must return quickly
     */
    void start(Consumer<CallEvent> listener);

    /** What the desk may do to a call here; the desk shows only these. */
    CallControls controls();

    @Override
    void close();
}
