package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Limits;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.twilio.Deadlines;
import dev.recalldesk.memory.twilio.Dialect;
import dev.recalldesk.memory.twilio.TwilioOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How what is set about connections reaches the client on the wire. */
class OutsideTest {
    private static final Connection ACCOUNT = Connection.toAnAccount().withUser("SK1");
    private static final Secret SECRET = new Secret("a long secret");

    @Test
    void everyLimitIsTakenOver() {
        TwilioOptions options = Outside.options(
                URI.create("https://memory.example.com"),
                ACCOUNT.withDialect(Connection.Dialect.OLDER),
                SECRET,
                new Limits(1, 4, 6, 11, 7));
        assertThat(options.deadlines())
                .isEqualTo(new Deadlines(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(11),
                        Deadlines.USUAL.operation()));
        assertThat(options.callsAtOnce()).isEqualTo(7);
        assertThat(options.dialect()).isEqualTo(Dialect.OLDER);
    }

    @Test
    void theUsualIsWhatTheClientDoesByItself() {
        TwilioOptions options = Outside.options(URI.create("https://memory.twilio.com"), ACCOUNT, SECRET, Limits.USUAL);
        assertThat(options).isEqualTo(TwilioOptions.of(options.credentials()));
    }

    @Test
    void whoIsGivenLittleTimeGivesUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                MemoryAccount account = Outside.door(new Limits(1, 1, 1, 1, 1))
                        .open(URI.create("http://127.0.0.1:" + silent.getLocalPort()), ACCOUNT, SECRET)) {
            assertThatExceptionOfType(MemoryFailure.TimedOut.class).isThrownBy(account::stores);
        }
    }
}
