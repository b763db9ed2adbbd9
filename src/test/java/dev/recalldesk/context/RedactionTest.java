package dev.recalldesk.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.CallerContext;
import dev.recalldesk.desk.Sample;
import dev.recalldesk.memory.PhoneNumbers;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked, and what must stay readable. */
class RedactionTest {
    private final Redaction redaction = new Redaction(new PhoneNumbers("US"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Call +1 317 555 0142 after six       | Call [phone] after six
            Call (317) 555-0142 after six        | Call [phone] after six
            Call 317.555.0142, not 317-555-0143  | Call [phone], not [phone]
            Her London line is +44 20 7946 0188. | Her London line is [phone].
            In Berlin it is +49 30 901820        | In Berlin it is [phone]
            The short way is 555-0142            | The short way is [number]
            """)
    void phoneNumbers(String text, String masked) {
        assertThat(redaction.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to a.marlow@example.com.       | Write to [e-mail].
            Élise <élise+shop@exämple.co.uk>     | Élise <[e-mail]>
            jo20261124@example.com or +13175550142 | [e-mail] or [phone]
            root@localhost said so               | [e-mail] said so
            """)
    void eMailAddresses(String text, String masked) {
        assertThat(redaction.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Card 4111 1111 1111 1111, exp 04/27  | Card [card], exp 04/27
            4111-1111-1111-1111 and 378282246310005 | [card] and [card]
            Paid $248.00 with 5555555555554444   | Paid $248.00 with [card]
            """)
    void cardNumbers(String text, String masked) {
        assertThat(redaction.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Account 0012345678                   | Account [number]
            Account 1234-5678 at the bank        | Account [number] at the bank
            Account 1234 5678 9012               | Account [number]
            IBAN DE89 3704 0044 0532 0130 00 now | IBAN [number] now
            Refund to GB82WEST12345698765432     | Refund to [number]
            Ticket CUST-0098765432 is his        | Ticket CUST-[number] is his
            12345678 500km away                  | [number] 500km away
            mem_profile_0abcdefghijklmnopqrstuvwxy has it | [number] has it
            Key AC0f5e1b2c3d4e5f60718293a4b5c6d7e8 | Key [number]
            """)
    void accountNumbersAndIds(String text, String masked) {
        assertThat(redaction.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Refund of $248.00 promised by Thu 19 Nov",
                "Ordered 2026-11-24T14:05:11Z, delivered 2026-11-30, again 2026/12/01",
                "Born 24.11.1986, moved 11/24/2026 at 16:30, log 20261124",
                "In 2023-2026 and in 2024 2025 2026",
                "Lifetime value $1,234,567.89 or 1.234.567,89 € or 1 234 567 EUR",
                "Between $15000-20000, USD 12500000 at most, 1234567.89 booked",
                "Order HP-20418, ticket HP-T-9921, 2 of 14, gate 4711, 100 %",
                "Zip 46204, room 12 46204, version 1.2.3, 24/7",
                "@alyssa asked; see https://example.com/help/42"
            })
    void datesPricesAndShortReferencesStay(String text) {
        assertThat(redaction.mask(text)).isEqualTo(text);
        assertThat(new Redaction(new PhoneNumbers("DE")).mask(text)).isEqualTo(text);
    }

    @Test
    void aNumberBrokenInTwoOrHiddenFromTheEyeIsMaskedToo() {
        assertThat(redaction.mask("Call +1 317\n555 0142")).isEqualTo("Call [phone]");
        assertThat(redaction.mask("Card 4111\u200B1111\u20601111 1111")).isEqualTo("Card [card]");
    }

    @Test
    void nationalNumbersAreThoseOfHome() {
        assertThat(new Redaction(new PhoneNumbers("DE")).mask("Ruft an: 030 901820"))
                .isEqualTo("Ruft an: [phone]");
    }

    @Test
    void aWholeContextLosesWhatIdentifiesAndKeepsItsSense() {
        CallerContext redacted = redaction.of(Contexts.hostile(
                "Call +1 317 555 0142 or a.marlow@example.com about card 4111 1111 1111 1111, account 0012345678."));
        String everything = ContextText.of(redacted, ZoneOffset.UTC)
                + ContextJson.of(redacted)
                + ContextPrompt.of(redacted, ZoneOffset.UTC);
        assertThat(everything)
                .contains(
                        "[phone]", "[e-mail]", "[card]", "[number]", "Alyssa Marlow", "$248.00", "\"redacted\" : true")
                .contains("- Account number (changed Thu 19 Nov 2026): [number]")
                .doesNotContain("555", "example.com", "4111", "5678", "48213")
                .doesNotContain("mem_", "conv_", "\"o7\"", Sample.alyssa().profileId());
    }

    @Test
    void aTextOfNothingButDigitsOrDotsIsSoonDone() {
        assertThat(redaction.mask("1234567 ".repeat(500)).length()).isLessThan(4_000);
        assertThat(redaction.mask("1.".repeat(2_000))).isNotEmpty();
        assertThat(redaction.mask("a.b".repeat(1_300))).hasSize(3_900);
    }
}
