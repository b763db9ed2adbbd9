package dev.recalldesk.memory.twilio;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on this machine's own sockets that does with every request whatever the test wants it to. */
final class Misbehaving implements AutoCloseable {
    /** What becomes of a request. */
    interface Behaviour {
        void meet(Visit visit) throws Exception;
    }

    private final ServerSocketFactory sockets;
    private final String scheme;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile CountDownLatch patience = new CountDownLatch(1);
    private volatile Behaviour behaviour;
    private volatile ServerSocket door;
    private int port;

    Misbehaving(Behaviour behaviour) {
        this(ServerSocketFactory.getDefault(), "http", behaviour);
    }

    Misbehaving(ServerSocketFactory sockets, String scheme, Behaviour behaviour) {
        this.sockets = sockets;
        this.scheme = scheme;
        this.behaviour = behaviour;
        up();
    }

    /** From now on it does this, also where it was waiting. */
    void become(Behaviour other) {
        behaviour = other;
        CountDownLatch waiting = patience;
        patience = new CountDownLatch(1);
        waiting.countDown();
    }

    /** Connections are refused until {@link #up}. */
    void down() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(Misbehaving::reset);
    }

    void up() {
        try {
            ServerSocket made = sockets.createServerSocket();
            made.setReuseAddress(true);
            made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = made.getLocalPort();
            door = made;
            threads.execute(() -> accept(made));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create(scheme + "://localhost:" + port);
    }

    /** What was asked, in order. */
    List<Visit> visits() {
        return visits;
    }

    /** How many connections were ever made. */
    int connections() {
        return connections.get();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                Visit visit = Visit.read(this, socket, in);
                visits.add(visit);
                behaviour.meet(visit);
            }
        } catch (Exception e) {
            // The client went away or was sent away, which is what this server is for.
        } finally {
            open.remove(socket);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    @Override
    public void close() {
        down();
        become(_ -> {});
        threads.shutdownNow();
    }

    /** One request and the way back. */
    record Visit(Misbehaving server, Socket socket, InputStream in, String head, String body) {
        static Visit read(Misbehaving server, Socket socket, InputStream in) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException();
                }
                head.write(next);
            }
            Visit begun = new Visit(server, socket, in, head.toString(StandardCharsets.ISO_8859_1), "");
            String length = begun.header("content-length");
            byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            return new Visit(server, socket, in, begun.head, new String(body, StandardCharsets.UTF_8));
        }

        /** Method and address, such as {@code GET /v1/Stores?pageSize=5}. */
        String line() {
            return head.substring(0, head.indexOf(" HTTP/"));
        }

        boolean isFor(String part) {
            return line().contains(part);
        }

        /** A header by its name in lower case; empty where there is none. */
        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        /** @param headers each with its end of line */
        void answer(int status, String headers, String json) throws IOException {
            send(response(status, headers, json));
        }

        void answer(int status, String json) throws IOException {
            answer(status, "", json);
        }

        static String response(int status, String headers, String json) {
            return "HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\nContent-Length: "
                    + json.getBytes(StandardCharsets.UTF_8).length + "\r\n" + headers + "\r\n" + json;
        }

        /** The connection breaks. */
        void breakOff() {
            reset(socket);
        }

        /** Nothing happens until the server becomes something else. */
        void keepQuiet() throws InterruptedException {
            server.patience.await();
        }

        /** Nothing happens for a while; {@code false} when the server became something else meanwhile. */
        boolean keepQuiet(long millis) throws InterruptedException {
            return !server.patience.await(millis, TimeUnit.MILLISECONDS);
        }

        /** Returns once the client has closed the connection. */
        void awaitGoodbye() {
            try {
                int _ = in.read();
            } catch (IOException e) {
                // It was closed the hard way.
            }
        }
    }
}
