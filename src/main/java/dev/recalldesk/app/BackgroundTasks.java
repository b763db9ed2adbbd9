package dev.recalldesk.app;

import dev.recalldesk.ui.UiThread;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long work the agent can watch, cancel, and read about when it failed. Confined to the UI thread. */
public final class BackgroundTasks {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    private final ExecutorService workers;
    private final UiThread ui;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    public BackgroundTasks(ExecutorService workers, UiThread ui) {
        this.workers = workers;
        this.ui = ui;
    }

    /** What the work may say and ask while it runs, from its worker thread. */
    public interface Progress {
        /** @param fraction 0 to 1 */
        void at(double fraction);

        boolean cancelled();
    }

    /** The work itself; returns a sentence on what it did. */
    @FunctionalInterface
    public interface Body {
        String run(Progress progress) throws Exception;
    }

    /** Where a task is in its life. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** One task as the list shows it. */
    public static final class Row {
        private final String title;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(0);
        private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
        private String outcome = "";

        private Row(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** What it did, or why it failed; empty while it runs. */
        public String outcome() {
            return outcome;
        }

        /** 0 to 1. */
        public ReadOnlyDoubleProperty fractionProperty() {
            return fraction.getReadOnlyProperty();
        }

        public ReadOnlyObjectProperty<State> stateProperty() {
            return state.getReadOnlyProperty();
        }

        /** Asks the work to stop; it ends as soon as it notices. */
        public void cancel() {
            cancelled.set(true);
        }
    }

    /** Newest first; finished ones stay until dismissed. */
    public ObservableList<Row> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    public void dismiss(Row row) {
        rows.remove(row);
    }

    /**
     * Starts work.
     *
     * @param ended told on the UI thread in which state it ended
     */
    public Row start(String title, Body body, Consumer<State> ended) {
        Row row = new Row(title);
        rows.addFirst(row);
        workers.execute(() -> {
            State state = State.DONE;
            String outcome;
            try {
                outcome = body.run(progress(row));
                if (row.cancelled.get()) {
                    state = State.CANCELLED;
                }
            } catch (Exception e) {
                state = row.cancelled.get() ? State.CANCELLED : State.FAILED;
                outcome = String.valueOf(e.getMessage());
                if (state == State.FAILED) {
                    LOG.warn("Background task failed", e);
                }
            }
            end(row, state, outcome, ended);
        });
        return row;
    }

    private void end(Row row, State state, String outcome, Consumer<State> ended) {
        ui.post(() -> {
            row.outcome = outcome;
            row.fraction.set(1);
            row.state.set(state);
            ended.accept(state);
        });
    }

    private Progress progress(Row row) {
        return new Progress() {
            private double told;

            @Override
            public void at(double fraction) {
                if (fraction - told >= 0.01 || fraction >= 1) {
                    told = fraction;
                    ui.post(() -> row.fraction.set(fraction));
                }
            }

            @Override
            public boolean cancelled() {
                return row.cancelled.get();
            }
        };
    }
}
