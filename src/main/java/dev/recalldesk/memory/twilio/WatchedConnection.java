package dev.recalldesk.memory.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that says without waiting whether something has come that nobody asked for. The library can only find out by
 * reading, which takes a millisecond where there is nothing, and would take it from every question.
 */
final class WatchedConnection extends DefaultManagedHttpClientConnection {
    private static final Timeout GLANCE = Timeout.ofMilliseconds(1);
    /** What was read from the socket and is not yet part of an answer. */
    private @Nullable SessionInputBuffer read;

    private @Nullable Socket socket;

    WatchedConnection(Http1Config config, HttpMessageParserFactory<ClassicHttpResponse> parser) {
        super("memory", null, null, config, null, null, null, parser);
    }

    @Override
    public void bind(Socket plain) throws IOException {
        super.bind(plain);
        socket = plain;
    }

    @Override
    public void bind(SSLSocket safe, Socket plain) throws IOException {
        super.bind(safe, plain);
        socket = plain;
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream in) {
        read = buffer;
        return super.createContentInputStream(length, buffer, in);
    }

    /** Whether there is anything to be read between two exchanges: on the way, to be decrypted, or decrypted already. */
    boolean isOutOfStep() throws IOException {
        Socket plain = socket;
        SessionInputBuffer buffer = read;
        if (plain == null || buffer == null) {
            return isDataAvailable(GLANCE);
        }
        return buffer.length() > 0
                || plain.getInputStream().available() > 0
                || getSocket().getInputStream().available() > 0;
    }
}
