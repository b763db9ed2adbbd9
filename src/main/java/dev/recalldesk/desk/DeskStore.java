package dev.recalldesk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The desk's own file: drafts, the outbox, the call log and remembered choices. What a write returned from is on the disk.
 * Thread-safe; several processes may use the same file.
 */
public final class DeskStore implements AutoCloseable {
    private static final int BUSY_MILLIS = 10_000;

    private final ReentrantLock turn = new ReentrantLock();
    private final Handle handle;

    private DeskStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * Opens the file, or makes it with all folders above it.
     *
     * @throws DeskStoreFailure when that cannot be done or the file is something else
     */
    public static DeskStore open(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Handle handle = Jdbi.create(source(file)).open();
            try {
                DeskStore store = new DeskStore(handle);
                store.change(DeskStore::prepare);
                return store;
            } catch (RuntimeException e) {
                handle.close();
                throw e;
            }
        } catch (IOException | JdbiException e) {
            throw DeskStoreFailure.of(e);
        }
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // FULL, because a note that was reported as saved has to survive a power cut as well
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static void prepare(Handle handle) {
        int version =
                handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
        if (version == DeskSchema.VERSION) {
            return;
        }
        if (version > DeskSchema.VERSION) {
            // a newer program wrote it; this one would not know what it breaks
            throw new DeskStoreFailure(
                    DeskStoreFailure.Kind.UNREADABLE, new IllegalStateException("The file has format " + version));
        }
        for (String statement : DeskSchema.from(version)) {
            handle.execute(statement);
        }
        handle.execute("PRAGMA user_version = " + DeskSchema.VERSION);
    }

    <T> T read(Function<Handle, T> question) {
        return held(() -> question.apply(handle));
    }

    /** Runs in one transaction that no other process can come between. */
    <T> T write(Function<Handle, T> change) {
        return held(() -> {
            int _ = handle.execute("BEGIN IMMEDIATE");
            try {
                T result = change.apply(handle);
                int _ = handle.execute("COMMIT");
                return result;
            } catch (RuntimeException | Error e) {
                rollBack(e);
                throw e;
            }
        });
    }

    /** A number that is another one once somebody else has written to the file; what is written through this stays unnoticed. */
    long foreignChanges() {
        return read(
                db -> db.createQuery("PRAGMA data_version").mapTo(Long.class).one());
    }

    void change(Consumer<Handle> change) {
        boolean _ = write(db -> {
            change.accept(db);
            return true;
        });
    }

    private void rollBack(Throwable reason) {
        try {
            int _ = handle.execute("ROLLBACK");
        } catch (JdbiException e) {
            // after a full disk SQLite has done so itself
            reason.addSuppressed(e);
        }
    }

    private <T> T held(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } catch (JdbiException e) {
            throw DeskStoreFailure.of(e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            handle.close();
        } finally {
            turn.unlock();
        }
    }
}
