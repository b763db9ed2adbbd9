package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.HostAddress;
import dev.recalldesk.memory.MemoryFailure.Invalid;
import java.net.URI;

/**
 * How a memory on the wire is reached.
 *
 * @param base scheme and host, and a port where it is not the usual one; plain http only to this computer
 * @param callsAtOnce how many questions one store is asked at the same time, at least 1
 */
public record TwilioOptions(
        URI base, TwilioCredentials credentials, Dialect dialect, Deadlines deadlines, int callsAtOnce) {
    private static final URI TWILIO = URI.create("https://memory.twilio.com");
    /** Three callers at once, each with all that is asked about one. */
    private static final int CALLS_AT_ONCE = 16;

    /** @throws Invalid when the address is none that credentials can be sent to */
    public TwilioOptions {
        if (!HostAddress.isBare(base)) {
            throw new Invalid("base", "An address is a scheme, a host and nothing else");
        }
        if (!HostAddress.isSafe(base)) {
            throw new Invalid("base", "Credentials are sent over https, or to this computer");
        }
        if (callsAtOnce < 1) {
            throw new Invalid("callsAtOnce", "At least one question must be allowed");
        }
    }

    /** Twilio itself, with what is usual. */
    public static TwilioOptions of(TwilioCredentials credentials) {
        return new TwilioOptions(TWILIO, credentials, Dialect.AUTOMATIC, Deadlines.USUAL, CALLS_AT_ONCE);
    }

    /** The same at another address. */
    public TwilioOptions at(URI otherBase) {
        return new TwilioOptions(otherBase, credentials, dialect, deadlines, callsAtOnce);
    }

    public TwilioOptions speaking(Dialect otherDialect) {
        return new TwilioOptions(base, credentials, otherDialect, deadlines, callsAtOnce);
    }

    public TwilioOptions within(Deadlines otherDeadlines) {
        return new TwilioOptions(base, credentials, dialect, otherDeadlines, callsAtOnce);
    }

    public TwilioOptions asking(int atOnce) {
        return new TwilioOptions(base, credentials, dialect, deadlines, atOnce);
    }
}
