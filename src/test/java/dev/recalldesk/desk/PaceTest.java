package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = Pace.of(Duration.ofSeconds(5));

    @Test
    void waitsUpToTwiceAsLongEachTime() {
        assertThat(pace.pause(1, 1)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.pause(2, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.pause(3, 0.5)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void neverWaitsLongerThanTheLongest() {
        assertThat(pace.pause(1000, 1)).isEqualTo(Duration.ofSeconds(30));
    }
}
