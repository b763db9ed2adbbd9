package dev.recalldesk.server;

import dev.recalldesk.memory.local.ProfileImport;
import dev.recalldesk.memory.local.ProfileImports;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through the imports whose file is here, one after the other, behind the requests. What is left when it is closed is
 * taken up by the next one from where it was. Thread-safe.
 */
final class ImportWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private final ProfileImports imports;
    private final CsvImport work;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("import").factory());
    private volatile boolean stopping;

    ImportWorker(ProfileImports imports, CsvImport work) {
        this.imports = imports;
        this.work = work;
    }

    /** Takes up what was left. */
    void start() {
        try {
            imports.tidy();
        } catch (IOException e) {
            LOG.warn(
                    "Files of imports that are done with could not be thrown away: {}",
                    e.getClass().getName());
        }
        imports.unfinished().forEach(this::submit);
    }

    /** Queues an import whose file is here. */
    void submit(String id) {
        thread.execute(() -> run(id));
    }

    private void run(String id) {
        if (stopping) {
            return;
        }
        try {
            ProfileImport found = imports.find(id).orElse(null);
            if (found != null) {
                work.run(found, () -> stopping);
            }
        } catch (CsvFile.Broken e) {
            fail(id);
        } catch (IOException | RuntimeException e) {
            LOG.error("An import failed: {}", e.getClass().getName());
            fail(id);
        }
    }

    /** When not even that can be written down, the next start takes the import up again. */
    private void fail(String id) {
        try {
            imports.fail(id);
        } catch (IOException | RuntimeException e) {
            LOG.error("A failed import was left as it is: {}", e.getClass().getName());
        }
    }

    /** Stops between two batches. */
    @Override
    public void close() {
        stopping = true;
        thread.close();
    }
}
