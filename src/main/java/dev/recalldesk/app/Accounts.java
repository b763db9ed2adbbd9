package dev.recalldesk.app;

import dev.recalldesk.connection.AccountDoor;
import dev.recalldesk.connection.Address;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.ConnectionUnusable;
import dev.recalldesk.connection.ConnectionUnusable.Reason;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.connection.Secrets;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.local.LocalAccount;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The accounts behind the connections, each opened when it is first needed. Thread-safe; opening reads files. */
final class Accounts implements AutoCloseable {
    private final Path data;
    private final InstantSource clock;
    private final Secrets secrets;
    private final AccountDoor door;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, MemoryAccount> open = new HashMap<>();
    /** Those whose stores may still be at work. */
    private final List<MemoryAccount> released = new ArrayList<>();

    Accounts(Path data, InstantSource clock, Secrets secrets, AccountDoor door) {
        this.data = data;
        this.clock = clock;
        this.secrets = secrets;
        this.door = door;
    }

    /**
     * The account of this connection.
     *
     * @throws ConnectionUnusable when its secret or its address is not to be had
     */
    MemoryAccount of(Connection connection, Settings settings) throws Exception {
        lock.lock();
        try {
            MemoryAccount present = open.get(connection.id());
            if (present != null) {
                return present;
            }
            MemoryAccount fresh = connection.local()
                    ? LocalAccount.openWithMeaning(data, settings.homeRegion(), clock)
                    : remote(connection);
            open.put(connection.id(), fresh);
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    private MemoryAccount remote(Connection connection) throws Exception {
        URI base = Address.of(connection.address()).orElseThrow(() -> new ConnectionUnusable(Reason.ADDRESS));
        Secret secret = secrets.get(connection.id()).orElseThrow(() -> new ConnectionUnusable(Reason.SECRET));
        return door.open(base, connection, secret);
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

    /** Whoever asks next for this connection gets a new account; the present one is closed at the end. */
    void release(String connectionId) {
        lock.lock();
        try {
            MemoryAccount gone = open.remove(connectionId);
            if (gone != null) {
                released.add(gone);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            open.values().forEach(MemoryAccount::close);
            released.forEach(MemoryAccount::close);
            open.clear();
            released.clear();
        } finally {
            lock.unlock();
        }
    }
}
