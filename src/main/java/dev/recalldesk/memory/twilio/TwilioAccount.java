package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.Health;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.pool.PoolStats;
import org.jspecify.annotations.Nullable;

/**
 * The stores at Twilio that one set of credentials can reach, or those of whoever speaks as Twilio does. Making one reaches
 * for nothing yet. Every question is bounded by its deadline, and interrupting the thread that asks ends the exchange.
 * Thread-safe.
 */
public final class TwilioAccount implements MemoryAccount {
    private final TwilioOptions options;
    private final InstantSource clock;
    private final Pulse pulse;
    private final Http http;
    private final StoresOnTheWire stores;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** @param clock by which dates of the service are understood */
    public TwilioAccount(TwilioOptions options, InstantSource clock) {
        this(options, clock, null);
    }

    /** @param trust by whom certificates must be signed; {@code null} for those this computer trusts */
    TwilioAccount(TwilioOptions options, InstantSource clock, @Nullable SSLContext trust) {
        this.options = options;
        this.clock = clock;
        this.pulse = new Pulse(clock);
        this.http = new Http(options, trust);
        Line account = line();
        this.stores = new StoresOnTheWire(options.dialect(), account, operations(account));
    }

    private Line line() {
        Gate gate = new Gate(options.callsAtOnce(), clock);
        return new Line(http, options.deadlines(), gate, pulse, clock);
    }

    private Operations operations(Line line) {
        return new Operations(line, options.deadlines(), clock);
    }

    @Override
    public List<Store> stores() {
        return stores.all();
    }

    @Override
    public Store createStore(String displayName, String description) {
        return stores.create(displayName, description);
    }

    @Override
    public Store updateStore(String storeId, String displayName, String description) {
        return stores.update(storeId, displayName, description);
    }

    @Override
    public void deleteStore(String storeId) {
        stores.delete(storeId);
    }

    @Override
    public Store store(String storeId) {
        return stores.one(storeId);
    }

    @Override
    public Memory open(String storeId) {
        StorePaths paths = stores.paths(storeId);
        Line line = lines.computeIfAbsent(storeId, _ -> line());
        return new TwilioMemory(paths, line, operations(line));
    }

    @Override
    public Health health() {
        return pulse.health();
    }

    @Override
    public Runnable onHealth(Consumer<Health> listener) {
        return pulse.onChange(listener);
    }

    PoolStats connections() {
        return http.stats();
    }

    /** Ends what is under way; later calls fail with {@link MemoryFailure.Unreachable}. */
    @Override
    public void close() {
        http.close();
    }
}
