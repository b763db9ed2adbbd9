package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The file of truth: one connection that writes, any number that read. Thread-safe. A transaction sees one moment; a failure
 * of the file is a {@link MemoryFailure.Unreachable}, a failure thrown by the work rolls it back and passes through.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int BUSY_MILLIS = 10_000;
    private static final int MAX_IDLE = 8;

    private final Path file;
    private final Connection writerConnection;
    private final Jdbi writer;
    private final Jdbi readers;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final ReentrantLock oneWriter = new ReentrantLock();
    /** Shared by everything under way; closing takes it alone and so waits for what has begun. */
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    private volatile Runnable afterWrite = () -> {};
    private volatile boolean closed;

    private Database(Path file, Connection writerConnection) {
        this.file = file;
        this.writerConnection = writerConnection;
        this.writer = Jdbi.create(new ConnectionFactory() {
            @Override
            public Connection openConnection() {
                return writerConnection;
            }

            @Override
            public void closeConnection(Connection connection) {
                // It lives as long as the database.
            }
        });
        this.writer.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        this.readers = Jdbi.create(new ConnectionFactory() {
            @Override
            public Connection openConnection() throws SQLException {
                Connection waiting = idle.poll();
                return waiting != null ? waiting : connect(Database.this.file, false);
            }

            @Override
            public void closeConnection(Connection connection) throws SQLException {
                if (idle.size() < MAX_IDLE) {
                    idle.add(connection);
                } else {
                    connection.close();
                }
            }
        });
        this.readers.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    }

    static Database open(Path file) throws IOException {
        try {
            // Looked at before it is opened for writing, which already leaves a mark in the file.
            try (Connection look = connect(file, false)) {
                Schema.look(look, file);
            }
            Connection connection = connect(file, true);
            try {
                Schema.prepare(connection);
                return new Database(file, connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StorageTrouble.whileOpening(file, e);
        }
    }

    static Connection connect(Path file, boolean writes) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-8_000);
        if (writes) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        if (!writes) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
        }
        return connection;
    }

    /** What to do after every committed write; must be quick and must not throw. */
    void afterEveryWrite(Runnable task) {
        afterWrite = task;
    }

    <T> T read(Function<Handle, T> work) {
        return whileOpen(() -> readers.inTransaction(work::apply));
    }

    <T> T write(Function<Handle, T> work) {
        T result = transact(work);
        afterWrite.run();
        return result;
    }

    /** A write that changes nothing anybody remembers, so that nobody need follow it. */
    void writeQuietly(Consumer<Handle> work) {
        boolean _ = transact(handle -> {
            work.accept(handle);
            return true;
        });
    }

    private <T> T transact(Function<Handle, T> work) {
        return whileOpen(() -> {
            oneWriter.lock();
            try {
                return writer.inTransaction(work::apply);
            } finally {
                oneWriter.unlock();
            }
        });
    }

    private <T> T whileOpen(Supplier<T> work) {
        Lock shared = life.readLock();
        shared.lock();
        try {
            if (closed) {
                throw new MemoryFailure.Unreachable("The memory is closed.", null);
            }
            return work.get();
        } catch (JdbiException e) {
            throw new MemoryFailure.Unreachable(
                    "The memory on this machine failed. " + StorageTrouble.sentence(e.getCause()), e);
        } finally {
            shared.unlock();
        }
    }

    @Override
    public void close() {
        Lock alone = life.writeLock();
        alone.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            for (Connection reader = idle.poll(); reader != null; reader = idle.poll()) {
                reader.close();
            }
            writerConnection.close();
        } catch (SQLException e) {
            LOG.warn("The memory did not close cleanly; nothing committed is lost", e);
        } finally {
            alone.unlock();
        }
    }
}
