package dev.recalldesk.connection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Somebody on a port of this computer who answers as the test says, which need not be as a memory would. */
public final class Somebody implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private record Answer(int status, String type, String body, Map<String, String> headers) {}

    private Somebody(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    public static Somebody plain() throws IOException {
        return new Somebody(HttpServer.create(port(), 0), "http");
    }

    public static Somebody safe(Certificates certificates) throws Exception {
        HttpsServer server = HttpsServer.create(port(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
        return new Somebody(server, "https");
    }

    private static InetSocketAddress port() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public String address() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths that were asked for, in order. */
    public List<String> asked() {
        return asked;
    }

    /** From now on a path that begins so, with or without its method before it, is answered so; the longest beginning counts. */
    public Somebody says(String path, int status, String type, String body) {
        return says(path, status, type, body, Map.of());
    }

    public Somebody says(String path, int status, String type, String body, Map<String, String> headers) {
        answers.put(path, new Answer(status, type, body, headers));
        return this;
    }

    /** Answers everything with this status, as the service words its errors. */
    public Somebody fails(int status) {
        return says("/", status, "application/json", """
                {"code": 20500, "message": "no", "more_info": "https://example.com", "status": %d}""".formatted(status));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        String line = exchange.getRequestMethod() + " " + path;
        @Nullable
        Answer answer = answers.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()) || line.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse(null);
        byte[] body = answer == null ? new byte[0] : answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer != null) {
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
        }
        exchange.sendResponseHeaders(answer == null ? 404 : answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        workers.close();
    }
}
