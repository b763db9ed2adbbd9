package dev.recalldesk.memory.twilio;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Sends requests over connections that are open, noting that it did. A connection on which something has come that nobody
 * asked for is not used again: an answer sent twice would be taken for the answer to the next question. Thread-safe.
 */
final class Sender extends HttpRequestExecutor {
    /** The attribute of an exchange that holds an {@link AtomicBoolean}, true from when the service may have heard of it. */
    static final String SENT = "recalldesk.sent";

    /** The connection is out of step. Nothing was sent on it. */
    static final class OutOfStep extends IOException {
        private static final long serialVersionUID = 1L;

        OutOfStep() {
            super("Something came that nobody asked for");
        }
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback informed,
            HttpContext context)
            throws IOException, HttpException {
        EndpointDetails used = connection.getEndpointDetails();
        if (used != null && used.getRequestCount() > 0 && isOutOfStep(connection)) {
            throw new OutOfStep();
        }
        if (context.getAttribute(SENT) instanceof AtomicBoolean sent) {
            sent.set(true);
        }
        return super.execute(request, connection, informed, context);
    }

    private static boolean isOutOfStep(HttpClientConnection connection) throws IOException {
        return connection instanceof WatchedConnection watched && watched.isOutOfStep();
    }
}
