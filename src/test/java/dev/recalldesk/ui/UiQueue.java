package dev.recalldesk.ui;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A UI thread that the test itself is: what workers post waits until the test runs it. */
public final class UiQueue implements UiThread, AutoCloseable {
    private final LinkedBlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public void post(Runnable action) {
        posted.add(action);
    }

    public Work work() {
        return new Work(workers, this);
    }

    /** Runs what is posted, in the test's thread, until the condition holds. */
    public void runUntil(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
                        next.run();
                    }
                    return condition.getAsBoolean();
                });
    }

    /** Interrupts the workers, as a program that ends does. */
    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }
}
