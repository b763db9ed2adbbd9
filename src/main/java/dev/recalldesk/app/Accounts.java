package dev.recalldesk.app;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The accounts behind the connections, each opened when it is first needed. Thread-safe; opening and releasing may wait for
 * files and a keychain.
 */
final class Accounts implements AutoCloseable {
    private final Path data;
    private final InstantSource clock;
    private final Secrets secrets;
    /** One a connection: an account that is slow to open keeps nobody from the others. */
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    private final Map<String, MemoryAccount> open = new ConcurrentHashMap<>();
    /** Those whose stores may still be at work. */
    private final Set<MemoryAccount> released = ConcurrentHashMap.newKeySet();

    Accounts(Path data, InstantSource clock, Secrets secrets) {
        this.data = data;
        this.clock = clock;
        this.secrets = secrets;
    }

    /**
     * The account of this connection.
     *
     * @throws ConnectionUnusable when its secret or its address is not to be had
     */
    MemoryAccount of(Connection connection, Settings settings) throws Exception {
        ReentrantLock lock = locked(connection.id());
        try {
            MemoryAccount present = open.get(connection.id());
            if (present != null) {
                return present;
            }
            MemoryAccount fresh = connection.local()
                    ? LocalAccount.openWithMeaning(data, settings.homeRegion(), clock)
                    : remote(connection, settings);
            open.put(connection.id(), fresh);
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock locked(String connectionId) {
        ReentrantLock lock = locks.computeIfAbsent(connectionId, id -> new ReentrantLock());
        lock.lock();
        return lock;
    }

    private MemoryAccount remote(Connection connection, Settings settings) throws Exception {
        URI base = Address.of(connection.address()).orElseThrow(() -> new ConnectionUnusable(Reason.ADDRESS));
        Secret secret = secrets.get(connection.id()).orElseThrow(() -> new ConnectionUnusable(Reason.SECRET));
        return Outside.door(settings.limits()).open(base, connection, secret);
    }

    /** The account of this connection if it is open already; does not wait. */
    Optional<MemoryAccount> opened(Connection connection) {
        return Optional.ofNullable(open.get(connection.id()));
    }

    /** Whoever asks next for this connection gets a new account; the present one goes on until {@link #left}. */
    void release(String connectionId) {
        ReentrantLock lock = locked(connectionId);
        try {
            MemoryAccount gone = open.remove(connectionId);
            if (gone != null) {
                boolean _ = released.add(gone);
            }
        } finally {
            lock.unlock();
        }
    }

    /** No store of this account is at work any more: closes it if it was released. */
    void left(MemoryAccount account) {
        if (released.remove(account)) {
            account.close();
        }
    }

    @Override
    public void close() {
        open.values().forEach(MemoryAccount::close);
        released.forEach(MemoryAccount::close);
        open.clear();
        released.clear();
    }
}
