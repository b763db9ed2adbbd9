package dev.recalldesk.memory.twilio;

import static dev.recalldesk.memory.twilio.Service.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.Health.State;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.NotTheService.Sign;
import dev.recalldesk.memory.twilio.Misbehaving.Behaviour;
import dev.recalldesk.memory.twilio.Misbehaving.Visit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a network or a server does: it is named, it ends by the deadline, it leaves nothing behind, and it heals. */
class FaultsTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] BLOWN_UP = packed(new byte[40 * MEGABYTE]);

    @TempDir
    Path folder;

    private final Misbehaving server = new Misbehaving(Service.WELL);
    private WireScene wire;
    private Memory memory;

    /**
     * Something that goes wrong.
     *
     * @param maybeDone whether a write may have been done all the same
     */
    record Fault(String name, Behaviour behaviour, Class<? extends MemoryFailure> kind, Sign sign, boolean maybeDone) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Fault broken(String name, Behaviour behaviour) {
        return new Fault(name, behaviour, MemoryFailure.Unreachable.class, null, true);
    }

    private static Fault late(String name, Behaviour behaviour) {
        return new Fault(name, behaviour, MemoryFailure.TimedOut.class, null, true);
    }

    private static Fault stranger(String name, Sign sign, boolean maybeDone, Behaviour behaviour) {
        return new Fault(name, behaviour, NotTheService.class, sign, maybeDone);
    }

    static Stream<Fault> faults() {
        return Stream.of(
                broken("reset before an answer", Visit::breakOff),
                broken("reset in the middle of a body", visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"id\":");
                    visit.breakOff();
                }),
                broken("closed in the middle of a body", visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"id\":");
                    visit.socket().close();
                }),
                broken("closed in the middle of a chunk", visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{\"id\":");
                    visit.socket().close();
                }),
                broken("half-closed", visit -> {
                    visit.socket().shutdownOutput();
                    visit.keepQuiet();
                }),
                late("silent", Visit::keepQuiet),
                late("silent after the headers", visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    visit.keepQuiet();
                }),
                late("one byte at a time", FaultsTest::trickle),
                stranger("garbage", Sign.STRANGE, true, visit -> {
                    visit.send(new byte[] {0, 1, 2, (byte) 0xff, '\r', '\n', '\r', '\n', 7});
                    visit.socket().close();
                }),
                stranger("headers without end", Sign.STRANGE, true, visit -> {
                    visit.send("HTTP/1.1 200 OK\r\n");
                    while (true) {
                        visit.send("X-More: and more\r\n");
                    }
                }),
                stranger("one header without end", Sign.STRANGE, true, visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nX-More: ");
                    while (true) {
                        visit.send("and more ".repeat(100));
                    }
                }),
                stranger("a web page", Sign.WEB_PAGE, true, visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 22\r\n\r\n");
                    visit.send("<p>Please sign in.</p>");
                }),
                stranger("JSON that is no object", Sign.STRANGE, true, visit -> visit.answer(200, "[1, 2]")),
                stranger("JSON cut short", Sign.STRANGE, true, visit -> visit.answer(200, "{\"id\":")),
                stranger("40 MB, announced", Sign.STRANGE, true, visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nContent-Length: " + 40 * MEGABYTE + "\r\n\r\n");
                    flood(visit, "");
                }),
                stranger("40 MB, by and by", Sign.STRANGE, true, visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    flood(visit, "100000\r\n");
                }),
                stranger("40 MB, packed", Sign.STRANGE, true, visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + BLOWN_UP.length
                            + "\r\n\r\n");
                    visit.send(BLOWN_UP);
                }),
                stranger(
                        "not packed as it says",
                        Sign.STRANGE,
                        true,
                        visit -> visit.answer(200, "Content-Encoding: gzip\r\n", Service.PROFILE_JSON)),
                stranger("redirected in circles", Sign.LEADS_AWAY, false, visit -> {
                    String other = visit.isFor(ADA) ? Service.OLD_ADA : ADA;
                    visit.answer(308, "Location: /v1/Stores/x/Profiles/" + other + "\r\n", "{}");
                }),
                stranger("redirected to nowhere", Sign.LEADS_AWAY, false, visit -> visit.answer(301, "{}")),
                stranger(
                        "a network's own sign-in",
                        Sign.LEADS_AWAY,
                        false,
                        visit -> visit.answer(302, "Location: http://localhost:1/sign-in\r\n", "{}")),
                stranger(
                        "a network that wants a sign-in",
                        Sign.WEB_PAGE,
                        false,
                        visit -> visit.answer(511, "", "<html>Sign in</html>")));
    }

    private static void trickle(Visit visit) throws Exception {
        byte[] answer = Visit.response(200, "", Service.PROFILE_JSON).getBytes(StandardCharsets.UTF_8);
        for (byte each : answer) {
            visit.send(new byte[] {each});
            if (!visit.keepQuiet(20)) {
                return;
            }
        }
    }

    private static void flood(Visit visit, String before) throws IOException {
        byte[] blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 40; i++) {
            visit.send(before);
            visit.send(blanks);
            visit.send(before.isEmpty() ? "" : "\r\n");
        }
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** @param late whether the fault is one of time, which nobody wants to wait long for */
    private void open(boolean late) {
        wire = new WireScene(server, late ? WireScene.HASTY : WireScene.CALM);
        await().ignoreExceptionsInstanceOf(MemoryFailure.class).until(() -> (memory = wire.open()) != null);
    }

    private void heals() {
        server.become(Service.WELL);
        wire.awaitQuiet(folder);
        await().ignoreExceptionsInstanceOf(MemoryFailure.class)
                .untilAsserted(() -> assertThat(memory.profile(ADA).id()).isEqualTo(ADA));
        assertThat(wire.account.health().state()).isEqualTo(State.CONNECTED);
    }

    @AfterEach
    void close() {
        if (wire != null) {
            wire.close();
        }
        server.close();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isNamedEndsAndHeals(Fault fault) {
        open(fault.kind() == MemoryFailure.TimedOut.class);
        server.become(fault.behaviour());
        MemoryFailure reading = WireScene.failure(() -> memory.profile(ADA));
        assertThat(reading).isInstanceOf(fault.kind());
        assertThat(reading.mayHaveHappened()).isFalse();
        MemoryFailure writing = WireScene.failure(() -> memory.addObservations(ADA, List.of(WireScene.note())));
        assertThat(writing).isInstanceOf(fault.kind());
        assertThat(writing.mayHaveHappened()).isEqualTo(fault.maybeDone());
        if (writing instanceof NotTheService stranger) {
            assertThat(stranger.sign()).isEqualTo(fault.sign());
        }
        assertThat(wire.account.health().state()).isEqualTo(State.OFFLINE);
        assertThat(server.visits().stream().filter(visit -> visit.line().startsWith("POST")))
                .as("a note is told once")
                .hasSizeLessThanOrEqualTo(fault.sign() == Sign.LEADS_AWAY ? 4 : 1);

        heals();
    }

    @Test
    void isRefusedAndComesBack() {
        open(false);
        server.down();
        MemoryFailure failure = WireScene.failure(() -> memory.addObservations(ADA, List.of(WireScene.note())));
        assertThat(failure).isInstanceOf(MemoryFailure.Unreachable.class);
        wire.awaitQuiet(folder);
        MemoryFailure again = WireScene.failure(() -> memory.addObservations(ADA, List.of(WireScene.note())));
        assertThat(again.mayHaveHappened()).as("nothing can have arrived").isFalse();
        server.up();
        heals();
    }

    @Test
    void anAddressWithoutAHostIsNamed() {
        MemoryFailure failure = Breakages.failure(new UnknownHostException("memory.invalid"), true);
        assertThat(failure).isInstanceOf(MemoryFailure.Unreachable.class);
        assertThat(failure.mayHaveHappened()).isFalse();
    }
}
