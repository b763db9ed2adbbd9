package dev.recalldesk.memory.twilio;

import static dev.recalldesk.memory.twilio.Service.ADA;
import static dev.recalldesk.memory.twilio.Service.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.NotTheService.Sign;
import dev.recalldesk.memory.twilio.Misbehaving.Behaviour;
import dev.recalldesk.memory.twilio.Misbehaving.Visit;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Credentials reach the service and nobody else, over a connection nobody can read. */
class SafetyTest {
    private static final HeldCertificate ROOT =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HandshakeCertificates TRUST = new HandshakeCertificates.Builder()
            .addTrustedCertificate(ROOT.certificate())
            .build();

    @TempDir
    Path folder;

    private static HeldCertificate.Builder certificate(String name) {
        return new HeldCertificate.Builder().signedBy(ROOT).addSubjectAlternativeName(name);
    }

    private static Misbehaving safe(HeldCertificate certificate) {
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        return new Misbehaving(own.sslContext().getServerSocketFactory(), "https", Service.WELL);
    }

    private static WireScene trusting(Misbehaving server) {
        return new WireScene(server, WireScene.options(server, WireScene.CALM), TRUST.sslContext());
    }

    private void refuses(HeldCertificate certificate, Sign sign) {
        try (WireScene wire = trusting(safe(certificate))) {
            MemoryFailure failure = WireScene.failure(wire::open);
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            NotTheService.class,
                            stranger -> assertThat(stranger.sign()).isEqualTo(sign));
            assertThat(wire.server.visits()).as("what was said").isEmpty();
            wire.awaitQuiet(folder);
        }
    }

    @Test
    void aTrustedServiceIsSpokenTo() {
        try (WireScene wire = trusting(safe(certificate("localhost").build()))) {
            Memory memory = wire.open();
            for (int i = 0; i < 20; i++) {
                assertThat(memory.profile(ADA).id()).isEqualTo(ADA);
            }
            assertThat(wire.server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerNobodyAskedForIsNotTakenForTheNextHereEither() {
        String forged = Visit.response(200, "", Service.PROFILE_JSON.replace(ADA, Service.OLD_ADA));
        try (WireScene wire = trusting(safe(certificate("localhost").build()))) {
            Memory memory = wire.open();
            wire.server.become(visit -> visit.send(Visit.response(200, "", Service.PROFILE_JSON) + forged));
            for (int i = 0; i < 10; i++) {
                assertThat(memory.profile(ADA).id()).isEqualTo(ADA);
            }
        }
    }

    @Test
    void aCertificateNobodySignedIsRefused() {
        refuses(
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName("localhost")
                        .build(),
                Sign.UNTRUSTED);
    }

    @Test
    void aCertificateOfAnotherTimeIsRefused() {
        Instant now = Instant.now();
        long day = Duration.ofDays(1).toMillis();
        refuses(
                certificate("localhost")
                        .validityInterval(now.toEpochMilli() - 2 * day, now.toEpochMilli() - day)
                        .build(),
                Sign.EXPIRED);
        refuses(
                certificate("localhost")
                        .validityInterval(now.toEpochMilli() + day, now.toEpochMilli() + 2 * day)
                        .build(),
                Sign.EXPIRED);
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        refuses(certificate("elsewhere.example").build(), Sign.OTHER_NAME);
    }

    @Test
    void anOldProtocolIsRefused() throws Exception {
        try (OldServer old = new OldServer();
                TwilioAccount account = new TwilioAccount(
                        TwilioOptions.of(WireScene.CREDENTIALS).at(old.address()), InstantSource.system())) {
            assertThat(WireScene.failure(account::stores))
                    .isInstanceOfSatisfying(
                            NotTheService.class,
                            stranger -> assertThat(stranger.sign()).isEqualTo(Sign.NOT_SAFE));
        }
    }

    @Test
    void aServerWithoutSafetyIsNotSpokenToAsIfItHadIt() {
        Misbehaving plain = new Misbehaving(visit -> visit.answer(200, "{}"));
        URI base = URI.create(plain.address().toString().replace("http:", "https:"));
        TwilioOptions options = WireScene.options(plain, WireScene.HASTY).at(base);
        try (WireScene wire = new WireScene(plain, options, TRUST.sslContext())) {
            MemoryFailure failure = WireScene.failure(wire::open);
            // It waits for the end of a line that never comes, or breaks off.
            assertThat(failure)
                    .isInstanceOfAny(
                            MemoryFailure.TimedOut.class, MemoryFailure.Unreachable.class, NotTheService.class);
            assertThat(plain.visits()).isEmpty();
        }
    }

    @Test
    void credentialsAreSentAtOnceAndToTheOneHostOnly() {
        Misbehaving elsewhere = new Misbehaving(Service.WELL);
        Behaviour leading = visit ->
                visit.answer(301, "Location: " + elsewhere.address() + "/v1/Stores/x/Profiles/" + ADA + "\r\n", "{}");
        try (elsewhere;
                WireScene wire = new WireScene(new Misbehaving(Service.WELL), WireScene.CALM)) {
            Memory memory = wire.open();
            String expected = Base64.getEncoder()
                    .encodeToString((WireScene.CREDENTIALS.user() + ":" + WireScene.SECRET).getBytes());
            assertThat(wire.server.visits().getFirst().header("authorization")).isEqualTo("Basic " + expected);
            wire.server.become(leading);
            assertThat(WireScene.failure(() -> memory.profile(ADA)))
                    .isInstanceOfSatisfying(
                            NotTheService.class,
                            stranger -> assertThat(stranger.sign()).isEqualTo(Sign.LEADS_AWAY));
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void nothingOfThemIsEverWrittenDown() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try (WireScene wire = new WireScene(new Misbehaving(Service.WELL), WireScene.CALM)) {
            Memory memory = wire.open();
            wire.server.become(
                    visit -> visit.answer(400, "{\"code\":20001,\"message\":\"phone: +12065550119 is bad\"}"));
            MemoryFailure failure = WireScene.failure(() -> memory.lookup("phone", "+12065550119"));
            String header = WireScene.CREDENTIALS.header().substring("Basic ".length());
            assertThat(log.list)
                    .as("what the library says while it works")
                    .isNotEmpty()
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(line -> line.contains(WireScene.SECRET) || line.contains(header))
                    .noneMatch(line -> line.contains("2065550119"));
            assertThat(failure.toString()).contains("20001").doesNotContain("2065550119");
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            MemoryFailure.Invalid.class,
                            invalid -> assertThat(invalid.field()).isEqualTo("phone"));
            assertThat(WireScene.options(wire.server, WireScene.CALM).toString())
                    .doesNotContain(WireScene.SECRET);
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
    }

    @Test
    void idsCannotLeadAnywhereElse() {
        try (WireScene wire = new WireScene(new Misbehaving(Service.WELL), WireScene.CALM)) {
            Memory memory = wire.open();
            int asked = wire.server.visits().size();
            for (String id : List.of("..", ".", "", "a/b", "a?b", "%2e%2e", "a#b", "a b", "a".repeat(129))) {
                assertThat(WireScene.failure(() -> memory.profile(id))).isInstanceOf(MemoryFailure.NotFound.class);
                assertThat(WireScene.failure(() -> memory.deleteTraitGroup(id)))
                        .isInstanceOf(MemoryFailure.NotFound.class);
                assertThat(WireScene.failure(() -> wire.account.open(id))).isInstanceOf(MemoryFailure.NotFound.class);
            }
            assertThat(wire.server.visits()).hasSize(asked);
            assertThat(wire.account.open(STORE)).isNotNull();
        }
    }

    @Test
    void onlySafeAddressesAreTaken() {
        TwilioOptions usual = TwilioOptions.of(WireScene.CREDENTIALS);
        assertThat(usual.base()).hasToString("https://memory.twilio.com");
        for (String good :
                List.of("http://127.0.0.1:8765", "http://localhost:1/", "http://[::1]:1", "https://x.example")) {
            assertThat(usual.at(URI.create(good)).base()).hasToString(good);
        }
        for (String bad : List.of(
                "http://memory.twilio.com",
                "http://127.0.0.1.example",
                "ftp://localhost",
                "https://user@x.example",
                "https://x.example/path",
                "https://x.example?query",
                "mailto:a@example.com")) {
            assertThat(WireScene.failure(() -> usual.at(URI.create(bad)))).isInstanceOf(MemoryFailure.Invalid.class);
        }
        assertThat(WireScene.failure(() -> new TwilioCredentials("a:b", "c")))
                .isInstanceOf(MemoryFailure.Invalid.class);
    }

    @Test
    void credentialsComeFromTheEnvironmentAKeyBeforeAnAccount() {
        Map<String, String> account = Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "token");
        assertThat(TwilioCredentials.of(account)).contains(new TwilioCredentials("AC1", "token"));
        assertThat(TwilioCredentials.of(Map.of("TWILIO_ACCOUNT_SID", "AC1"))).isEmpty();
        Map<String, String> both = new java.util.HashMap<>(account);
        both.putAll(Map.of("TWILIO_API_KEY", "SK1", "TWILIO_API_SECRET", "secret"));
        assertThat(TwilioCredentials.of(both)).contains(new TwilioCredentials("SK1", "secret"));
    }

    /** Answers every hello with the one of TLS 1.1, which no Java of today would send by itself. */
    private static final class OldServer implements AutoCloseable {
        private static final int HANDSHAKE = 22;
        private static final int SERVER_HELLO = 2;
        private static final short TLS_1_1 = 0x0302;
        private static final short AES_128_CBC_SHA = 0x002f;
        private final ServerSocket door;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        OldServer() throws Exception {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            threads.submit(() -> {
                while (true) {
                    Socket socket = door.accept();
                    threads.submit(() -> greet(socket));
                }
            });
        }

        URI address() {
            return URI.create("https://localhost:" + door.getLocalPort());
        }

        private static Void greet(Socket socket) throws Exception {
            try (socket) {
                InputStream in = socket.getInputStream();
                byte[] record = in.readNBytes(5);
                byte[] _ = in.readNBytes(ByteBuffer.wrap(record).getShort(3));
                ByteBuffer hello = ByteBuffer.allocate(5 + 4 + 38)
                        .put((byte) HANDSHAKE)
                        .putShort(TLS_1_1)
                        .putShort((short) 42)
                        .putInt(SERVER_HELLO << 24 | 38)
                        .putShort(TLS_1_1)
                        .put(new byte[32])
                        .put((byte) 0)
                        .putShort(AES_128_CBC_SHA)
                        .put((byte) 0);
                OutputStream out = socket.getOutputStream();
                out.write(hello.array());
                out.flush();
                int _ = in.read();
                return null;
            }
        }

        @Override
        public void close() throws Exception {
            door.close();
            threads.shutdownNow();
        }
    }
}
