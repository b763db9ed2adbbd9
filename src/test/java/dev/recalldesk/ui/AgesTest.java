package dev.recalldesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.00234S, 2.3 ms",
        "PT0.084S, 84 ms",
        "PT0.9S, 900 ms",
        "PT1S, 1.0 s",
        "PT1.84S, 1.8 s",
        "PT75S, 75.0 s"
    })
    void saysHowLongSomethingTook(Duration time, String words) {
        assertThat(Ages.took(time)).isEqualTo(words);
    }
}
