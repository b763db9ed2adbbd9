package dev.recalldesk.app;

import dev.recalldesk.connection.AccountDoor;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Keychain;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.connection.SystemKeychain;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.twilio.Dialect;
import dev.recalldesk.memory.twilio.TwilioAccount;
import dev.recalldesk.memory.twilio.TwilioCredentials;
import dev.recalldesk.memory.twilio.TwilioOptions;
import java.net.URI;
import java.time.InstantSource;

/** What the desk meets outside its data folder. */
public record Outside(Keychain keychain, AccountDoor door) {
    /** The world as it is. */
    public static Outside real() {
        return with(new SystemKeychain());
    }

    /** The world as it is, but for the keychain. */
    public static Outside with(Keychain keychain) {
        return new Outside(keychain, Outside::account);
    }

    private static MemoryAccount account(URI base, Connection connection, Secret secret) {
        Dialect dialect = switch (connection.dialect()) {
            case AUTOMATIC -> Dialect.AUTOMATIC;
            case CURRENT -> Dialect.CURRENT;
            case OLDER -> Dialect.OLDER;
        };
        TwilioCredentials credentials = new TwilioCredentials(connection.user(), secret.value());
        TwilioOptions options = TwilioOptions.of(credentials).at(base).speaking(dialect);
        return new TwilioAccount(options, InstantSource.system());
    }
}
