package dev.recalldesk.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off who takes too long: for the head of a request, for its body, or for taking the answer. An idle timeout alone is
 * kept happy by one byte a second; here a body earns time with every byte, but not as much as that. The time the memory
 * itself takes is nobody's fault and does not count. Thread-safe.
 */
final class Patience extends EventsHandler implements Connection.Listener {
    private static final long NOT_WAITING = Long.MAX_VALUE;
    private static final int LOOKS = 4;

    /** What a byte of a body earns: large files may take long, as long as they come with 16 KiB a second. */
    private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / (16 * 1024);

    private final long most;

    /** When the client began to keep us waiting, by connection. */
    private final Map<EndPoint, Long> waiting = new ConcurrentHashMap<>();

    private Scheduler.@Nullable Task next;

    /** @param most how long each part may take; a client is cut off at the latest a quarter of that later */
    Patience(Duration most) {
        this.most = most.toNanos();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookLater();
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task task = next;
        if (task != null) {
            boolean _ = task.cancel();
        }
        super.doStop();
    }

    private void lookLater() {
        next = getServer().getScheduler().schedule(this::look, most / LOOKS, TimeUnit.NANOSECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        waiting.forEach((client, since) -> {
            if (since != NOT_WAITING && now - since > most) {
                client.close();
            }
        });
        if (isRunning()) {
            lookLater();
        }
    }

    @Override
    public void onOpened(Connection connection) {
        // Of a connection with TLS only the inner one, and none that has become a socket for messages.
        if (connection instanceof ConnectionMetaData) {
            waiting.put(connection.getEndPoint(), System.nanoTime());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection.getEndPoint());
    }

    @Override
    protected void onBeforeHandling(Request request) {
        HttpFields head = request.getHeaders();
        boolean body = head.contains(HttpHeader.TRANSFER_ENCODING) || head.getLongField(HttpHeader.CONTENT_LENGTH) > 0;
        mark(request, body ? System.nanoTime() : NOT_WAITING);
    }

    @Override
    protected void onRequestRead(Request request, Content.@Nullable Chunk chunk) {
        if (chunk == null) {
            return;
        }
        if (chunk.isLast()) {
            mark(request, NOT_WAITING);
        } else {
            long earned = chunk.remaining() * NANOS_PER_BYTE;
            waiting.computeIfPresent(client(request), (_, since) -> since == NOT_WAITING ? since : since + earned);
        }
    }

    @Override
    protected void onResponseBegin(Request request, int status, HttpFields headers) {
        mark(request, System.nanoTime());
    }

    @Override
    protected void onComplete(Request request, int status, HttpFields headers, @Nullable Throwable failure) {
        mark(request, System.nanoTime());
    }

    private void mark(Request request, long since) {
        // Not put anew: it may be closed already.
        waiting.replace(client(request), since);
    }

    private static EndPoint client(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }
}
