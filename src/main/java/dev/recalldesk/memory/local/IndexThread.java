package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes the index. Nobody interrupts it: Lucene gives up an index whose thread is interrupted in the
 * middle of a file, and callers are interrupted whenever the user types on. Thread-safe.
 */
final class IndexThread {
    private static final Logger LOG = LoggerFactory.getLogger(IndexThread.class);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("recall-index").factory());
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Does something soon; after closing, nothing. */
    void later(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed meanwhile; the index follows at the next start", e);
        }
    }

    /**
     * Waits until something is done. An interrupted caller goes, the work goes on.
     *
     * @throws MemoryFailure.Unreachable when it failed, when the caller was interrupted and after closing
     */
    void await(Callable<Boolean> task) {
        try {
            Future<Boolean> done = worker.submit(task);
            done.get();
        } catch (RejectedExecutionException e) {
            throw new MemoryFailure.Unreachable("The memory is closed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MemoryFailure.Unreachable("The question was given up.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MemoryFailure failure) {
                throw failure;
            }
            throw new MemoryFailure.Unreachable("The search index failed.", e.getCause());
        }
    }

    /**
     * Finishes what was asked for and then {@code last}. Waits for it even when interrupted: an executor closed by an
     * interrupted thread would drop what others wait for and interrupt the thread in the middle of a file.
     */
    void close(Runnable last) {
        if (closed.getAndSet(true)) {
            return;
        }
        worker.execute(last);
        worker.shutdown();
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            try {
                done = worker.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
