package dev.recalldesk.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that behaves badly: it sends what it likes, as slowly as it likes. */
final class RawClient implements AutoCloseable {
    private static final int PAUSE_MILLIS = 50;
    private final Socket socket;
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger dripped = new AtomicInteger();

    RawClient(String address) throws IOException {
        socket = new Socket("127.0.0.1", URI.create(address).getPort());
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Goes on with a byte now and then, without end, as long as anybody takes it. */
    RawClient drip() {
        var _ = drip.scheduleAtFixedRate(
                () -> {
                    try {
                        socket.getOutputStream().write('a');
                        dripped.incrementAndGet();
                    } catch (IOException e) {
                        throw new IllegalStateException("It was cut off.", e);
                    }
                },
                0,
                PAUSE_MILLIS,
                TimeUnit.MILLISECONDS);
        return this;
    }

    /** Everything the server says until it ends the connection, however it ends it. */
    String untilCutOff() {
        StringBuilder said = new StringBuilder();
        try {
            for (int read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) {
                said.append((char) read);
            }
        } catch (IOException e) {
            // Cut off while a byte was on its way.
        }
        return said.toString();
    }

    int dripped() {
        return dripped.get();
    }

    @Override
    public void close() throws IOException {
        drip.shutdownNow();
        socket.close();
    }
}
