package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.local.LocalAccount;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The accounts behind the connections, each opened when it is first needed. Thread-safe; opening reads files. */
final class Accounts implements AutoCloseable {
    private final Path data;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, MemoryAccount> open = new HashMap<>();

    Accounts(Path data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    /** The account of this connection. */
    MemoryAccount of(Connection connection, Settings settings) throws Exception {
        lock.lock();
        try {
            MemoryAccount present = open.get(connection.id());
            if (present != null) {
                return present;
            }
            MemoryAccount fresh = LocalAccount.openWithMeaning(data, settings.homeRegion(), clock);
            open.put(connection.id(), fresh);
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /** The account of this connection if it is open already. */
    Optional<MemoryAccount> opened(Connection connection) {
        lock.lock();
        try {
            return Optional.ofNullable(open.get(connection.id()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            open.values().forEach(MemoryAccount::close);
            open.clear();
        } finally {
            lock.unlock();
        }
    }
}
