package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolStats;
import org.jspecify.annotations.Nullable;

/**
 * Carries one request to the service and its answer back, whole, by a deadline. What breaks on the way is a
 * {@link MemoryFailure}; any status is an answer. The credentials go to the one host and nowhere else. Thread-safe.
 */
final class Http implements AutoCloseable {
    /** The most bytes an answer may have, unpacked. */
    static final int MAX_BODY = 8 * 1024 * 1024;

    /** More came than any answer of the service has. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("The answer is longer than " + MAX_BODY + " bytes");
        }
    }

    private final URI base;
    private final HttpHost host;
    private final String authorization;
    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("memory-wire-", 0).factory());

    /** @param trust as in {@link Connections#pool} */
    Http(TwilioOptions options, @Nullable SSLContext trust) {
        this.base = options.base();
        this.host = HttpHost.create(base);
        this.authorization = options.credentials().header();
        this.pool = Connections.pool(options.deadlines().connect(), trust);
        this.client = Connections.client(pool);
    }

    /** Where every request goes. */
    URI base() {
        return base;
    }

    /** @param path in place of the request's own */
    Answer carry(Request request, String path, Deadline deadline) {
        Duration left = deadline.left();
        HttpUriRequestBase http = http(request, path, left);
        AtomicBoolean sent = new AtomicBoolean();
        Future<Answer> running = start(http, sent);
        try {
            return running.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (isClosed()) {
                throw closed(e, request.changes() && sent.get());
            }
            throw Breakages.failure(e.getCause() == null ? e : e.getCause(), request.changes() && sent.get());
        } catch (TimeoutException e) {
            http.abort();
            throw new MemoryFailure.TimedOut(
                    "No answer within " + left.toMillis() + " ms", e, request.changes() && sent.get());
        } catch (InterruptedException e) {
            http.abort();
            throw Deadline.givenUp(e, request.changes() && sent.get());
        }
    }

    private Future<Answer> start(HttpUriRequestBase http, AtomicBoolean sent) {
        try {
            return workers.submit(() -> exchange(http, sent));
        } catch (RejectedExecutionException e) {
            throw closed(e, false);
        }
    }

    private static MemoryFailure closed(Exception e, boolean mayHaveHappened) {
        return new MemoryFailure.Unreachable("The memory is closed", e, mayHaveHappened);
    }

    private HttpUriRequestBase http(Request request, String path, Duration left) {
        HttpUriRequestBase http = new HttpUriRequestBase(request.method().name(), base.resolve(path));
        http.setConfig(Connections.config(left));
        http.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        http.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        http.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (request.body() != null) {
            byte[] body = request.body().toString().getBytes(StandardCharsets.UTF_8);
            http.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        }
        return http;
    }

    private Answer exchange(HttpUriRequestBase http, AtomicBoolean sent) throws IOException {
        long begin = System.nanoTime();
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(Sender.SENT, sent);
        try (ClassicHttpResponse response = client.executeOpen(host, http, context)) {
            byte[] body = body(http, response.getEntity());
            Map<String, String> headers = new HashMap<>();
            for (Header header : response.getHeaders()) {
                headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
            return Answer.of(response.getCode(), headers, body, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private static byte[] body(HttpUriRequestBase http, @Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() <= MAX_BODY) {
            InputStream content = entity.getContent();
            byte[] body = content.readNBytes(MAX_BODY + 1);
            if (body.length <= MAX_BODY) {
                return body;
            }
        }
        // Closing would read the rest of it first.
        http.abort();
        throw new TooLong();
    }

    boolean isClosed() {
        return workers.isShutdown();
    }

    /** How many connections are in use and how many are kept. */
    PoolStats stats() {
        return pool.getTotalStats();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
