package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.recalldesk.memory.Health;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.twilio.Dialect;
import dev.recalldesk.memory.twilio.TwilioAccount;
import dev.recalldesk.memory.twilio.TwilioCredentials;
import dev.recalldesk.memory.twilio.TwilioOptions;
import dev.recalldesk.server.Credentials;
import dev.recalldesk.server.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk finds out by itself that its memory answers again. */
class RecoveryTest {
    private static final String USER = "SK" + "1".repeat(32);
    private static final String PASSWORD = "a long secret";
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LATER = Duration.ofHours(1);
    private static final String STORE = "mem_store_01jbaaaaaaaaaaaaaaaaaaaaaa";

    private final AtomicInteger healed = new AtomicInteger();

    @TempDir
    Path folder;

    private static Server serve(LocalAccount local, int port) throws IOException {
        return Server.start(local, new Credentials(USER, PASSWORD), "127.0.0.1", port, CLOCK);
    }

    private static TwilioAccount client(URI address) {
        TwilioOptions options = TwilioOptions.of(new TwilioCredentials(USER, PASSWORD))
                .at(address)
                .speaking(Dialect.CURRENT);
        return new TwilioAccount(options, CLOCK);
    }

    @Test
    void asksAMemoryThatIsGoneUntilItAnswers() throws IOException {
        try (LocalAccount local = LocalAccount.open(folder, "US", CLOCK)) {
            String storeId = local.createStore("Harbor-Tools", "").id();
            Server server = serve(local, 0);
            URI address = URI.create(server.address());
            try (TwilioAccount account = client(address);
                    Recovery recovery = recovery(account.open(storeId), SOON)) {
                recovery.follow(account);
                Memory memory = account.open(storeId);
                assertThat(memory.store().id()).isEqualTo(storeId);

                server.close();
                assertThatThrownBy(memory::store).isInstanceOf(MemoryFailure.class);
                assertThat(account.health().state()).isEqualTo(Health.State.OFFLINE);
                assertThat(healed).hasValue(0);

                server = serve(local, address.getPort());
                await().until(() -> healed.get() == 1);
                assertThat(account.health().state()).isEqualTo(Health.State.CONNECTED);
            } finally {
                server.close();
            }
        }
    }

    @Test
    void whoCannotWaitIsAnsweredAtOnce() throws IOException {
        try (LocalAccount local = LocalAccount.open(folder, "US", CLOCK)) {
            String storeId = local.createStore("Harbor-Tools", "").id();
            Server server = serve(local, 0);
            URI address = URI.create(server.address());
            try (TwilioAccount account = client(address);
                    Recovery recovery = recovery(account.open(storeId), LATER)) {
                server.close();
                assertThatThrownBy(account::stores).isInstanceOf(MemoryFailure.class);
                recovery.follow(account);
                try (Server _ = serve(local, address.getPort())) {
                    recovery.tryNow();
                    await().until(() -> healed.get() == 1);
                }
            }
        }
    }

    @Test
    void whoIsNotKnownDoesNotKnockAgain() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer strict = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        strict.createContext("/", exchange -> {
            byte[] store = ("{\"id\":\"" + STORE + "\",\"displayName\":\"Harbor\",\"status\":\"ACTIVE\",\"version\":1}")
                    .getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                if (asked.getAndIncrement() == 0) {
                    exchange.sendResponseHeaders(200, store.length);
                    exchange.getResponseBody().write(store);
                } else {
                    exchange.sendResponseHeaders(401, -1);
                }
            }
        });
        strict.start();
        URI address = URI.create("http://127.0.0.1:" + strict.getAddress().getPort());
        try (TwilioAccount account = client(address);
                Recovery recovery = recovery(account.open(STORE), Duration.ZERO)) {
            recovery.follow(account);
            assertThatThrownBy(account::stores).isInstanceOf(MemoryFailure.CredentialsRefused.class);
            int once = asked.get();
            recovery.tryNow();
            await().during(Duration.ofMillis(300)).until(() -> asked.get() == once);
            assertThat(healed).hasValue(0);
        } finally {
            strict.stop(0);
        }
    }

    private Recovery recovery(Memory memory, Duration pause) {
        return new Recovery(memory, healed::incrementAndGet, CLOCK, pause, pause);
    }
}
