package dev.recalldesk.app;

import dev.recalldesk.connection.AccountDoor;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Keychain;
import dev.recalldesk.connection.Limits;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.connection.SystemKeychain;
import dev.recalldesk.memory.twilio.Deadlines;
import dev.recalldesk.memory.twilio.Dialect;
import dev.recalldesk.memory.twilio.TwilioAccount;
import dev.recalldesk.memory.twilio.TwilioCredentials;
import dev.recalldesk.memory.twilio.TwilioOptions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** What the desk meets outside its data folder. */
public record Outside(Keychain keychain) {
    /** The world as it is. */
    public static Outside real() {
        return new Outside(new SystemKeychain());
    }

    /** The way to accounts on the wire, which are waited for within these limits. */
    public static AccountDoor door(Limits limits) {
        return (base, connection, secret) ->
                new TwilioAccount(options(base, connection, secret, limits), InstantSource.system());
    }

    static TwilioOptions options(URI base, Connection connection, Secret secret, Limits limits) {
        Dialect dialect = switch (connection.dialect()) {
            case AUTOMATIC -> Dialect.AUTOMATIC;
            case CURRENT -> Dialect.CURRENT;
            case OLDER -> Dialect.OLDER;
        };
        Duration read = Duration.ofSeconds(limits.recallSeconds());
        Deadlines deadlines = new Deadlines(
                Duration.ofSeconds(limits.connectSeconds()),
                Duration.ofSeconds(limits.lookupSeconds()),
                read,
                read,
                Duration.ofSeconds(limits.writeSeconds()),
                Deadlines.USUAL.operation());
        return TwilioOptions.of(new TwilioCredentials(connection.user(), secret.value()))
                .at(base)
                .speaking(dialect)
                .within(deadlines)
                .asking(limits.callsAtOnce());
    }
}
