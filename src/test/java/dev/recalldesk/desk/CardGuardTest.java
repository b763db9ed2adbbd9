package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.CardGuard.Card;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "the card 4242 4242 4242 4242, please",
                "4242-4242-4242-4242",
                "order 17 4242 4242 4242 4242 til 12/29",
                "3782 822463 10005",
                "💳4222222222222💳",
                "6304000000000000000",
                "4242.4242.4242.4242 123"
            })
    void findsACardNumber(String text) {
        assertThat(CardGuard.find(text, Set.of())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4242 4242 4242 4241",
                "order HP-20418 for $248.00",
                "+1 317 555 0142",
                "424242424242",
                "42424242424242424242424242424242",
                "4242 4242, then 4242 4242"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(CardGuard.find(text, Set.of())).isEmpty();
    }

    @Test
    void masksAllButTheLastFourDigitsInPlace() {
        String text = "💳 new card 4242 4242 4242 4242, ok";
        Card card = CardGuard.find(text, Set.of()).orElseThrow();

        assertThat(card.lastDigits()).isEqualTo("4242");
        assertThat(CardGuard.mask(text, card)).isEqualTo("💳 new card •••• •••• •••• 4242, ok");
        assertThat(CardGuard.find(CardGuard.mask(text, card), Set.of())).isEmpty();
    }

    @Test
    void findsTheNextCardWhenTheAgentSaysThatTheFirstIsNone() {
        String text = "4242 4242 4242 4242 and 5555 5555 5555 4444";

        assertThat(CardGuard.find(text, Set.of("4242424242424242"))
                        .orElseThrow()
                        .lastDigits())
                .isEqualTo("4444");
        assertThat(CardGuard.find(text, Set.of("4242424242424242", "5555555555554444")))
                .isEmpty();
    }
}
