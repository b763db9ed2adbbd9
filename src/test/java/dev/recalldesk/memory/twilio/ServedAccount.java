package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.server.Credentials;
import dev.recalldesk.server.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The client, the wire and the embedded memory behind a server of its own, all closed together. */
public final class ServedAccount implements MemoryAccount {
    private static final Credentials CREDENTIALS = new Credentials("SK" + "1".repeat(32), "a long secret");
    private final LocalAccount local;
    private final Server server;
    private final TwilioAccount client;
    private final TwilioAccount maker;

    public ServedAccount(Path folder, Dialect dialect, InstantSource clock) throws IOException {
        local = LocalAccount.open(folder, "US", clock);
        server = Server.start(local, CREDENTIALS, "127.0.0.1", 0, clock);
        client = client(dialect);
        maker = client(Dialect.CURRENT);
    }

    /** To this server, or to whatever stands before it. */
    static TwilioOptions options(URI address) {
        return TwilioOptions.of(new TwilioCredentials(CREDENTIALS.user(), CREDENTIALS.password()))
                .at(address);
    }

    /** Another client of the same server. */
    TwilioAccount client(Dialect dialect) {
        return new TwilioAccount(options(address()).speaking(dialect), InstantSource.system());
    }

    public URI address() {
        return URI.create(server.address());
    }

    /** The same memory without the wire. */
    public LocalAccount local() {
        return local;
    }

    @Override
    public List<Store> stores() {
        return client.stores();
    }

    @Override
    public Store createStore(String displayName, String description) {
        return maker.createStore(displayName, description);
    }

    @Override
    public Store updateStore(String storeId, String displayName, String description) {
        return client.updateStore(storeId, displayName, description);
    }

    @Override
    public void deleteStore(String storeId) {
        client.deleteStore(storeId);
    }

    @Override
    public Memory open(String storeId) {
        return client.open(storeId);
    }

    @Override
    public void close() {
        client.close();
        maker.close();
        server.close();
        local.close();
    }
}
