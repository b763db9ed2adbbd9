package dev.recalldesk.memory.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks an index that answers already, a while after it was opened. Thread-safe. */
final class CheckBehind implements AutoCloseable {
    private static final Duration PATIENCE_AT_CLOSING = Duration.ofSeconds(2);

    @SuppressWarnings("ThreadPriorityCheck") // Only a hint, and nothing is wrong when it is not taken.
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("recall-check")
            .priority(Thread.MIN_PRIORITY)
            .factory());

    private final Path folder;
    private final Duration rest;
    private volatile @Nullable IndexCheck check;

    /** @param rest how long after opening an index it is checked, so that the first answers come first */
    CheckBehind(Path folder, Duration rest) {
        this.folder = folder;
        this.rest = rest;
    }

    /** @param damaged told what is wrong, when anything is */
    void start(Consumer<Exception> damaged) {
        IndexCheck begun = new IndexCheck(folder);
        check = begun;
        var _ = worker.schedule(
                () -> {
                    try {
                        begun.run();
                    } catch (IOException | RuntimeException e) {
                        damaged.accept(e);
                    }
                },
                rest.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** An index checked in part is checked again after the next start. */
    @Override
    public void close() {
        IndexCheck begun = check;
        if (begun != null) {
            begun.giveUp();
        }
        worker.shutdownNow();
        try {
            boolean _ = worker.awaitTermination(PATIENCE_AT_CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
