package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every text its vector, behind the writes: one thread of low priority, small batches, as much rest as work, so that
 * nobody at the desk feels it. Questions get theirs at once when the model is there. Thread-safe.
 */
final class Embedder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);
    private static final int BATCH = 16;
    private static final int KNOWN_QUESTIONS = 64;
    /** The first answer after a start shall not share the machine with the loading of the model. */
    private static final Duration AFTER_THE_FIRST = Duration.ofMillis(300);

    private static final Duration PATIENCE_AT_CLOSING = Duration.ofSeconds(2);

    private final Database database;

    @SuppressWarnings("ThreadPriorityCheck") // Only a hint, and nothing is wrong when it is not taken.
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("recall-meaning")
            .priority(Thread.MIN_PRIORITY)
            .factory());

    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Map<String, byte[]> questions = new LinkedHashMap<>(KNOWN_QUESTIONS, 0.75f, true);
    private volatile @Nullable MeaningModel model;
    private volatile boolean over;

    /** @param rest how long to wait with loading the model when nobody asks anything */
    Embedder(Database database, Duration rest) {
        this.database = database;
        later(this::start, rest.toMillis());
    }

    private void later(Runnable task, long millis) {
        try {
            var _ = worker.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed meanwhile; what waits for its vector gets it after the next start", e);
        }
    }

    /** Some text may have become new; it gets its vector soon. Returns at once. */
    void changed() {
        if (model != null && !over && !scheduled.getAndSet(true)) {
            later(this::batch, 0);
        }
    }

    /** The vector of a question; {@code null} as long as the model is not loaded, which soon follows this call. */
    byte @Nullable [] question(String text) {
        MeaningModel ready = model;
        if (ready == null || over) {
            if (!started.get() && !over) {
                later(this::start, AFTER_THE_FIRST.toMillis());
            }
            return null;
        }
        synchronized (questions) {
            byte[] known = questions.get(text);
            if (known != null) {
                return known;
            }
        }
        try {
            byte[] vector = ready.of(text);
            synchronized (questions) {
                questions.put(text, vector);
                if (questions.size() > KNOWN_QUESTIONS) {
                    questions.remove(questions.keySet().iterator().next());
                }
            }
            return vector;
        } catch (IOException e) {
            LOG.warn("A question has no vector and is answered by its words", e);
            return null;
        }
    }

    private void start() {
        if (over || started.getAndSet(true)) {
            return;
        }
        try {
            MeaningModel loaded = MeaningModel.load();
            database.writeQuietly(handle -> VectorRows.requeueOthers(handle, MeaningModel.NAME));
            model = loaded;
            changed();
        } catch (IOException | MemoryFailure | LinkageError e) {
            if (!over) {
                LOG.error("Without the model of meaning; recall goes by words alone", e);
            }
        }
    }

    private void batch() {
        scheduled.set(false);
        MeaningModel ready = model;
        if (ready == null || over) {
            return;
        }
        long begin = System.nanoTime();
        try {
            List<VectorRows.Waiting> texts = database.read(handle -> VectorRows.waiting(handle, BATCH));
            if (texts.isEmpty()) {
                return;
            }
            Map<VectorRows.Waiting, byte[]> vectors = new LinkedHashMap<>();
            for (VectorRows.Waiting text : texts) {
                if (over) {
                    return;
                }
                vectors.put(text, ready.of(text.content()));
            }
            scheduled.set(true);
            boolean _ = database.write(handle -> {
                vectors.forEach((text, vector) -> VectorRows.keep(handle, text, MeaningModel.NAME, vector));
                return true;
            });
        } catch (IOException | RuntimeException e) {
            if (!over) {
                LOG.error("Some texts have no vector yet; they are tried again with the next change", e);
            }
            scheduled.set(false);
            return;
        }
        later(this::batch, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    /** Waits for the text under way, not for the others: those get their vectors after the next start. */
    @Override
    public void close() {
        over = true;
        worker.shutdownNow();
        boolean interrupted = false;
        boolean done = false;
        try {
            done = worker.awaitTermination(PATIENCE_AT_CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        MeaningModel loaded = model;
        if (done && loaded != null) {
            try {
                loaded.close();
            } catch (IOException e) {
                LOG.warn("The model of meaning did not close cleanly", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
