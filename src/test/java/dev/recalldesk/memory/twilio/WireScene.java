package dev.recalldesk.memory.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A client with little patience and a server that does what the test wants. */
final class WireScene implements AutoCloseable {
    static final String SECRET = "5ecre7-of-the-key";
    static final TwilioCredentials CREDENTIALS = new TwilioCredentials("SK" + "1".repeat(32), SECRET);
    static final Duration SHORT = Duration.ofMillis(400);
    static final Deadlines HASTY = new Deadlines(SHORT, SHORT, SHORT, SHORT, SHORT, SHORT);

    /** For what must not fail because the machine is busy. */
    static final Deadlines CALM = new Deadlines(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));

    final Misbehaving server;
    final TwilioAccount account;

    WireScene(Misbehaving server, Deadlines deadlines) {
        this(server, options(server, deadlines), null);
    }

    WireScene(Misbehaving server, TwilioOptions options, @Nullable SSLContext trust) {
        this.server = server;
        this.account = new TwilioAccount(options, InstantSource.system(), trust);
    }

    static TwilioOptions options(Misbehaving server, Deadlines deadlines) {
        return TwilioOptions.of(CREDENTIALS).at(server.address()).within(deadlines);
    }

    Memory open() {
        return account.open(Service.STORE);
    }

    static NewObservation note() {
        return new NewObservation("Likes boats.", "agent.jdoe", Instant.parse("2026-03-02T12:00:00Z"), List.of());
    }

    static MemoryFailure failure(Runnable call) {
        try {
            call.run();
        } catch (MemoryFailure failure) {
            return failure;
        }
        throw new AssertionError("nothing failed");
    }

    /** No exchange is under way any more and no connection is in use. */
    void awaitQuiet(Path folder) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(account.connections().getLeased()).isZero();
            assertThat(account.connections().getPending()).isZero();
            assertThat(threads(folder)).doesNotContain("memory-wire-");
        });
    }

    /** All threads with their names, also the virtual ones. */
    String threads(Path folder) throws IOException {
        Path dump = Files.createTempDirectory(folder, "threads").resolve("all.json");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
        return Files.readString(dump);
    }

    @Override
    public void close() {
        account.close();
        server.close();
    }
}
