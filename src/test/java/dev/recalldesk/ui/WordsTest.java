package dev.recalldesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "openOrders, Open orders",
        "email, Email",
        "Contact, Contact",
        "open_orders, Open orders",
        "customer-since, Customer since",
        "VATNumber, VAT number",
        "billingID, Billing ID",
        "line2Address, Line2 address",
        "x, X",
        "_, _",
        "größeÄndern, Größe ändern"
    })
    void turnsATechnicalNameIntoWords(String name, String words) {
        assertThat(Words.of(name)).isEqualTo(words);
    }

    @Test
    void takesTheFirstSentenceOfSeveral() {
        assertThat(Words.firstSentence("Paid $2.50 today. Wants a receipt.")).isEqualTo("Paid $2.50 today.");
    }

    @Test
    void takesTheWholeTextWhenItIsOneSentence() {
        assertThat(Words.firstSentence("  no full stop \n at all ")).isEqualTo("no full stop at all");
        assertThat(Words.firstSentence("")).isEmpty();
    }
}
