package dev.recalldesk.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/** The way to a host, with real sockets and real certificates. */
class ReachTest {
    private static final Duration PATIENCE = Duration.ofMillis(400);

    @Test
    void saysHowItIsSafe() throws Exception {
        Certificates good = Certificates.of("127.0.0.1");
        try (Somebody host = Somebody.safe(good)) {
            Reach reach = new Reach(good.client().getSocketFactory(), Duration.ofSeconds(10));
            URI base = URI.create(host.address());

            assertThat(reach.connect(base, reach.resolve(base))).isEqualTo("TLS 1.3");
        }
    }

    @Test
    void needsNothingSafeOnThisComputer() throws Exception {
        try (Somebody host = Somebody.plain()) {
            Reach reach = Reach.usual(Duration.ofSeconds(10));
            URI base = URI.create(host.address());

            assertThat(reach.connect(base, reach.resolve(base))).isEmpty();
        }
    }

    @Test
    void aCertificateNobodySigned() throws Exception {
        try (Somebody host = Somebody.safe(Certificates.of("127.0.0.1"))) {
            assertThat(trouble(Reach.usual(Duration.ofSeconds(10)), host.address()))
                    .isEqualTo(Trouble.UNTRUSTED);
        }
    }

    @Test
    void aCertificateOfYesterday() throws Exception {
        Certificates expired = Certificates.expired("127.0.0.1");
        try (Somebody host = Somebody.safe(expired)) {
            assertThat(trouble(trusting(expired), host.address())).isEqualTo(Trouble.EXPIRED);
        }
    }

    @Test
    void aCertificateOfSomebodyElse() throws Exception {
        Certificates other = Certificates.of("example.com");
        try (Somebody host = Somebody.safe(other)) {
            assertThat(trouble(trusting(other), host.address())).isEqualTo(Trouble.OTHER_NAME);
        }
    }

    @Test
    void aServerThatSpeaksPlainly() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread _ = Thread.ofVirtual().start(() -> answerPlainly(plain));
            String address = "https://127.0.0.1:" + plain.getLocalPort();
            assertThat(trouble(Reach.usual(Duration.ofSeconds(10)), address)).isEqualTo(Trouble.NOT_SAFE);
        }
    }

    @Test
    void aServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "https://127.0.0.1:" + silent.getLocalPort();
            assertThat(trouble(Reach.usual(PATIENCE), address)).isEqualTo(Trouble.SILENT);
        }
    }

    @Test
    void aServerThatHangsUp() throws Exception {
        for (boolean hard : List.of(true, false)) {
            try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread _ = Thread.ofVirtual().start(() -> hangUp(rude, hard));
                String address = "https://127.0.0.1:" + rude.getLocalPort();
                assertThat(trouble(Reach.usual(Duration.ofSeconds(10)), address))
                        .isEqualTo(Trouble.BROKEN);
            }
        }
    }

    private static void hangUp(ServerSocket rude, boolean hard) {
        try (Socket asked = rude.accept()) {
            int _ = asked.getInputStream().read();
            if (hard) {
                asked.setSoLinger(true, 0);
            } else {
                byte[] _ =
                        asked.getInputStream().readNBytes(asked.getInputStream().available());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPortNobodyListensAt() throws Exception {
        assertThat(trouble(Reach.usual(PATIENCE), "http://127.0.0.1:" + freePort()))
                .isEqualTo(Trouble.REFUSED);
    }

    @Test
    void aNameNobodyHas() {
        // a label longer than names may have, so that no name server is asked
        assertThat(trouble(Reach.usual(PATIENCE), "https://" + "a".repeat(70) + ".invalid"))
                .isEqualTo(Trouble.NO_SUCH_HOST);
    }

    private static void answerPlainly(ServerSocket plain) {
        try (Socket asked = plain.accept()) {
            int _ = asked.getInputStream().read();
            asked.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Reach trusting(Certificates certificates) throws Exception {
        SSLSocketFactory factory = certificates.client().getSocketFactory();
        return new Reach(factory, Duration.ofSeconds(10));
    }

    private static Trouble trouble(Reach reach, String address) {
        URI base = URI.create(address);
        Reach.Closed closed = catchThrowableOfType(Reach.Closed.class, () -> reach.connect(base, reach.resolve(base)));
        return closed.trouble();
    }
}
