package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteSourceTest {
    @ParameterizedTest
    @CsvSource({
        "jdoe, agent.jdoe",
        "Jo Döe@x, agent.jo.doe.x",
        "Søren Ægir, agent.soren.aegir",
        "' ..O''Neil.. ', agent.o.neil",
        "山田, agent.unnamed",
        "'', agent.unnamed"
    })
    void writesANameAsAMemoryAllows(String name, String source) {
        assertThat(NoteSource.of(name)).isEqualTo(source);
    }

    @Test
    void neverExceedsWhatAMemoryAllows() {
        assertThat(NoteSource.of("Ünï cödé ".repeat(40)))
                .hasSizeLessThanOrEqualTo(100)
                .matches("^[a-zA-Z0-9 _./-]+$");
    }
}
