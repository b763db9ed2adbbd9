package dev.recalldesk.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A way to a server that is as far away as it is told: whatever is sent arrives half a round trip later, and a connection
 * takes a whole one to be made. Nothing is lost and nothing is held back beyond that. Thread-safe.
 */
final class SlowLine implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("line-", 0).factory());
    private final InetSocketAddress server;
    private final ServerSocket door;
    private final long roundTrip;

    /** What was read, and when it arrives on the other side. */
    private record Parcel(long arrives, ByteBuffer bytes) {}

    SlowLine(URI server, Duration roundTrip) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.roundTrip = roundTrip.toNanos();
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                long made = System.nanoTime() + roundTrip;
                Socket far = new Socket();
                far.connect(server);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                carry(near, far, made);
                carry(far, near, made);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to, long made) {
        BlockingQueue<Parcel> way = new LinkedBlockingQueue<>();
        threads.execute(() -> {
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    long sent = Math.max(System.nanoTime(), made);
                    way.add(new Parcel(sent + roundTrip / 2, ByteBuffer.wrap(Arrays.copyOf(chunk, read))));
                }
            } catch (IOException e) {
                // The other side is told by the end that follows.
            }
            way.add(new Parcel(System.nanoTime() + roundTrip / 2, ByteBuffer.allocate(0)));
        });
        threads.execute(() -> {
            try (to) {
                OutputStream out = to.getOutputStream();
                for (Parcel next = way.take(); next.bytes().hasRemaining(); next = way.take()) {
                    for (long left = next.arrives() - System.nanoTime();
                            left > 0;
                            left = next.arrives() - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    out.write(next.bytes().array());
                    out.flush();
                }
            } catch (IOException e) {
                // Whoever was to get it is gone.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
