package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.NotTheService.Sign;
import dev.recalldesk.memory.TlsFault;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Names what broke on the way to the service. Pure functions. */
final class Breakages {
    private Breakages() {}

    /** @param mayHaveHappened whether a write may have arrived before */
    static MemoryFailure failure(Throwable cause, boolean mayHaveHappened) {
        return switch (cause) {
            case UnknownHostException e -> new MemoryFailure.Unreachable("The host has no address", e, false);
            case ConnectTimeoutException e -> new MemoryFailure.Unreachable("The host does not answer", e, false);
            case Sender.OutOfStep e -> new MemoryFailure.Unreachable("The connection was out of step", e, false);
            case ConnectionRequestTimeoutException e ->
                new MemoryFailure.TimedOut("No connection was free in time", e, false);
            case SocketTimeoutException e ->
                new MemoryFailure.TimedOut("The answer did not come in time", e, mayHaveHappened);
            case SSLException e -> unsafe(e, mayHaveHappened);
            case TruncatedChunkException e -> broken(e, mayHaveHappened);
            case Http.TooLong e -> strange(e, mayHaveHappened);
            case ClientProtocolException e -> strange(e, mayHaveHappened);
            case MessageConstraintException e -> strange(e, mayHaveHappened);
            case MalformedChunkCodingException e -> strange(e, mayHaveHappened);
            case ZipException e -> strange(e, mayHaveHappened);
            case IOException e -> broken(e, mayHaveHappened);
            case RuntimeException bug -> throw bug;
            case Error serious -> throw serious;
            default -> broken(cause, mayHaveHappened);
        };
    }

    private static MemoryFailure unsafe(SSLException e, boolean mayHaveHappened) {
        return switch (TlsFault.of(e)) {
            case SILENT -> new MemoryFailure.TimedOut("The connection was not made safe in time", e, mayHaveHappened);
            case BROKEN -> broken(e, mayHaveHappened);
            case EXPIRED -> stranger(Sign.EXPIRED, "The certificate is for another time", e, mayHaveHappened);
            case UNTRUSTED -> stranger(Sign.UNTRUSTED, "The certificate is not trusted", e, mayHaveHappened);
            case OTHER_NAME -> stranger(Sign.OTHER_NAME, "The certificate is for another name", e, mayHaveHappened);
            case NOT_SAFE -> stranger(Sign.NOT_SAFE, "No safe connection could be agreed on", e, mayHaveHappened);
        };
    }

    private static MemoryFailure broken(Throwable e, boolean mayHaveHappened) {
        return new MemoryFailure.Unreachable("The connection broke", e, mayHaveHappened);
    }

    private static MemoryFailure strange(IOException e, boolean mayHaveHappened) {
        return stranger(Sign.STRANGE, "The answer is not what the service says", e, mayHaveHappened);
    }

    private static MemoryFailure stranger(Sign sign, String message, IOException e, boolean mayHaveHappened) {
        return new NotTheService(sign, message, e, mayHaveHappened);
    }
}
