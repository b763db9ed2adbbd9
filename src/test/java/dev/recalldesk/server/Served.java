package dev.recalldesk.server;

import dev.recalldesk.memory.local.LocalAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** A server over a fresh memory on a free port, and its clients. */
final class Served extends Caller {
    private static final Credentials CREDENTIALS = new Credentials("AC" + "0".repeat(32), "a password");
    private final LocalAccount account;
    private final Server server;

    Served(Path folder) throws IOException {
        this(folder, InstantSource.system());
    }

    Served(Path folder, InstantSource clock) throws IOException {
        LocalAccount opened = LocalAccount.open(folder, "US", clock);
        Server started = Server.start(opened, CREDENTIALS, "127.0.0.1", 0, clock);
        super(started.address(), CREDENTIALS);
        account = opened;
        server = started;
    }

    LocalAccount account() {
        return account;
    }

    @Override
    public void close() {
        super.close();
        server.close();
        account.close();
    }
}
