package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedMessageTest {
    @Test
    void hidesNumbersAndAddresses() {
        assertThat(MaskedMessage.mask("lookup of +1 317 555 0142 and a.marlow@example.com failed"))
                .doesNotContain("317")
                .doesNotContain("marlow")
                .contains("lookup of", "failed");
    }

    @Test
    void leavesShortNumbersAlone() {
        assertThat(MaskedMessage.mask("failed after 143 ms (503)")).isEqualTo("failed after 143 ms (503)");
    }
}
