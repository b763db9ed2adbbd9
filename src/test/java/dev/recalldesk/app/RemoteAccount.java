package dev.recalldesk.app;

import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.server.Credentials;
import dev.recalldesk.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** An account that is reached over the wire: the real server on this computer, over a memory of its own. */
public final class RemoteAccount implements AutoCloseable {
    public static final String USER = "SK" + "0123456789abcdef".repeat(2);
    public static final String SECRET = "open-sesame-4711";

    private final LocalAccount account;
    private final String address;
    private Server server;

    public RemoteAccount(Path folder) throws IOException {
        account = LocalAccount.open(folder, "US", InstantSource.system());
        server = serve(0);
        address = server.address();
    }

    /** What the server answers from. */
    public LocalAccount account() {
        return account;
    }

    public String address() {
        return address;
    }

    /** The network goes, or the machine. */
    void goAway() {
        server.close();
    }

    /** It is back where it was. */
    void comeBack() throws IOException {
        server = serve(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
    }

    private Server serve(int port) throws IOException {
        return Server.start(account, new Credentials(USER, SECRET), "127.0.0.1", port, InstantSource.system());
    }

    @Override
    public void close() {
        server.close();
        account.close();
    }
}
