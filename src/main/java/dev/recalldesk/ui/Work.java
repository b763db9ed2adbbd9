package dev.recalldesk.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door to the workers: runs slow work off the UI thread and brings the outcome back to it. Thread-safe; what is
 * handed to {@code done} and {@code failed} runs on the UI thread.
 */
public final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private final ExecutorService workers;
    private final UiThread ui;
    private final CountDownLatch closing = new CountDownLatch(1);

    public Work(ExecutorService workers, UiThread ui) {
        this.workers = workers;
        this.ui = ui;
    }

    /** Runs {@code slow} on a worker; exactly one of the two consumers is called unless the work is cancelled. */
    public <T> Future<?> run(Callable<T> slow, Consumer<T> done, Consumer<Exception> failed) {
        return workers.submit(() -> {
            try {
                T value = slow.call();
                ui.post(() -> done.accept(value));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                if (!Thread.currentThread().isInterrupted()) {
                    ui.post(() -> failed.accept(e));
                }
            }
        });
    }

    /** Runs {@code slow} when only a failure is of interest, and that only to the log. */
    public void run(Runnable slow) {
        Future<?> _ = run(
                () -> {
                    slow.run();
                    return true;
                },
                ok -> {},
                e -> LOG.error("Background work failed", e));
    }

    /** Drops what still waits for its pause, so that nobody has to wait for it when the program ends. */
    public void close() {
        closing.countDown();
    }

    private void pause(Duration pause) throws InterruptedException {
        if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("closing");
        }
    }

    /** A line of work in which only the newest request counts. */
    public <T> Latest<T> latest() {
        return new Latest<>(this);
    }

    /**
     * A newer request cancels the older one, and an answer that comes late all the same is dropped. Confined to the UI
     * thread.
     */
    public static final class Latest<T> {
        private final Work work;
        private @Nullable Future<?> running;
        private long ticket;

        private Latest(Work work) {
            this.work = work;
        }

        public void submit(Callable<T> slow, Consumer<T> done, Consumer<Exception> failed) {
            cancel();
            long mine = ticket;
            running = work.run(
                    slow,
                    value -> {
                        if (mine == ticket) {
                            done.accept(value);
                        }
                    },
                    e -> {
                        if (mine == ticket) {
                            failed.accept(e);
                        }
                    });
        }

        /** As {@link #submit}, once {@code pause} has gone by without a newer request. */
        public void submitAfter(Duration pause, Callable<T> slow, Consumer<T> done, Consumer<Exception> failed) {
            submit(
                    () -> {
                        work.pause(pause);
                        return slow.call();
                    },
                    done,
                    failed);
        }

        /** Drops the request under way, if any; neither of its consumers is called. */
        public void cancel() {
            ticket++;
            if (running != null) {
                running.cancel(true);
                running = null;
            }
        }
    }
}
