package dev.recalldesk.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "'', https://memory.twilio.com",
        "us1, https://memory.twilio.com",
        "au1, https://memory.au1.twilio.com",
        "' IE1 ', https://memory.ie1.twilio.com",
        "sydney.au1, https://memory.sydney.au1.twilio.com",
        "https://memory.example.com, https://memory.example.com",
        "https://memory.example.com/, https://memory.example.com",
        "https://memory.example.com:8443, https://memory.example.com:8443",
        "http://127.0.0.1:8765, http://127.0.0.1:8765",
        "http://localhost:8765, http://localhost:8765",
        "http://[::1]:8765, http://[::1]:8765",
    })
    void readsRegionsAndAddresses(String written, String meant) {
        assertThat(Address.of(written)).map(String::valueOf).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://memory.example.com",
                "http://127.0.0.1.example.com",
                "https://user:secret@memory.example.com",
                "https://memory.example.com/v1",
                "https://memory.example.com?a=b",
                "https://",
                "ftp://127.0.0.1",
                "memory.example.com",
                "not a region",
                "au1.evil.example",
                "https://bad host",
            })
    void takesNothingThatSecretsMustNotBeSentTo(String written) {
        assertThat(Address.of(written)).isEmpty();
    }
}
