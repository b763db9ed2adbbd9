package dev.recalldesk.connection;

import dev.recalldesk.memory.MemoryAccount;
import java.net.URI;

/** Makes the account behind a connection. Reaches for nothing yet. */
@FunctionalInterface
public interface AccountDoor {
    /** @param base where it is, as {@link Address} reads it */
    MemoryAccount open(URI base, Connection connection, Secret secret);
}
