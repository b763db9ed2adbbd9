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
        this(folder, InstantSource.system(), Limits.standard());
    }

    Served(Path folder, InstantSource clock) throws IOException {
        this(folder, clock, Limits.standard());
    }

    Served(Path folder, Limits limits) throws IOException {
        this(folder, InstantSource.system(), limits);
    }

    private Served(Path folder, InstantSource clock, Limits limits) throws IOException {
        LocalAccount opened = LocalAccount.open(folder, "US", clock);
        Server started = Server.start(opened, CREDENTIALS, new Listening("127.0.0.1", 0, null, limits, false), clock);
        super(started.address(), CREDENTIALS);
        account = opened;
        server = started;
    }

    LocalAccount account() {
        return account;
    }

    static String authorization() {
        return authorization(CREDENTIALS);
    }

    @Override
    public void close() {
        super.close();
        server.close();
        account.close();
    }
}
