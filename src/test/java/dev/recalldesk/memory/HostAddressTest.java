package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.recalldesk.connection.Address;
import dev.recalldesk.memory.twilio.TwilioCredentials;
import dev.recalldesk.memory.twilio.TwilioOptions;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where credentials may be sent: what may be written down and what the client takes is the same. */
class HostAddressTest {
    private static final TwilioOptions OPTIONS = TwilioOptions.of(new TwilioCredentials("SK1", "secret"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://memory.example.com",
                "HTTPS://memory.example.com/",
                "https://memory.example.com:8443",
                "http://127.0.0.1:8765",
                "http://127.8.9.1:8765",
                "http://localhost:8765",
                "http://LOCALHOST:8765",
                "http://[::1]:8765"
            })
    void theseAreSafe(String address) {
        URI uri = URI.create(address);
        assertThat(HostAddress.isBare(uri) && HostAddress.isSafe(uri)).isTrue();
        assertThat(Address.of(address)).isPresent();
        assertThatCode(() -> OPTIONS.at(uri)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://memory.example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://0.0.0.0:8765",
                "https://user:secret@memory.example.com",
                "https://memory.example.com/v1",
                "https://memory.example.com?a=b",
                "https://memory.example.com#a",
                "ftp://127.0.0.1",
                "https:memory.example.com",
                "//memory.example.com",
                "memory.example.com"
            })
    void theseAreNot(String address) {
        URI uri = URI.create(address);
        assertThat(HostAddress.isBare(uri) && HostAddress.isSafe(uri)).isFalse();
        assertThat(Address.of(address)).isEmpty();
        assertThatExceptionOfType(MemoryFailure.Invalid.class).isThrownBy(() -> OPTIONS.at(uri));
    }
}
