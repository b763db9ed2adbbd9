package dev.recalldesk.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTextTest {
    private static final List<String> OFFERED = List.of("Refund", "Billing", "Delivery", "Other");

    @Test
    void writesTheCodesAsTheFirstLine() {
        NoteText note = new NoteText(List.of("Refund", "Billing"), "Second charge.");

        assertThat(note.content()).isEqualTo("[Refund, Billing]\nSecond charge.");
        assertThat(NoteText.of(note.content(), OFFERED)).isEqualTo(note);
    }

    @Test
    void savesACodeAlone() {
        NoteText note = new NoteText(List.of("Refund"), "  \n");

        assertThat(note.saved()).isEqualTo("[Refund]");
        assertThat(note.blank()).isFalse();
        assertThat(NoteText.of("[Refund]", OFFERED)).isEqualTo(new NoteText(List.of("Refund"), ""));
    }

    @Test
    void leavesBracketsOfTheAgentAlone() {
        assertThat(NoteText.of("[see invoice]\nhello", OFFERED).codes()).isEmpty();
        assertThat(NoteText.of("[]\nhello", OFFERED)).isEqualTo(new NoteText(List.of(), "[]\nhello"));
        assertThat(NoteText.of("[Refund", OFFERED).text()).isEqualTo("[Refund");
    }

    @Test
    void choosesCodesInTheOrderOffered() {
        NoteText note = NoteText.EMPTY.toggled("Other", OFFERED).toggled("Refund", OFFERED);

        assertThat(note.codes()).containsExactly("Refund", "Other");
        assertThat(note.toggled("Other", OFFERED).codes()).containsExactly("Refund");
    }

    @Test
    void standsAboveWhatWasTypedSince() {
        NoteText older = new NoteText(List.of("Billing"), "First.");
        NoteText newer = new NoteText(List.of("Refund"), "Second.");

        assertThat(older.above(newer, OFFERED))
                .isEqualTo(new NoteText(List.of("Refund", "Billing"), "First.\nSecond."));
        assertThat(older.above(NoteText.EMPTY, OFFERED)).isEqualTo(older);
    }

    @Test
    void keepsWhatWasTypedWhileSaving() {
        NoteText saved = new NoteText(List.of("Billing"), "First.");

        assertThat(saved.without(saved)).isEqualTo(NoteText.EMPTY);
        assertThat(new NoteText(List.of("Billing", "Other"), "First. And more").without(saved))
                .isEqualTo(new NoteText(List.of("Other"), "And more"));
        assertThat(new NoteText(List.of(), "Rewritten.").without(saved))
                .isEqualTo(new NoteText(List.of(), "Rewritten."));
    }

    @Test
    void keepsACodeThatIsNoLongerOffered() {
        assertThat(new NoteText(List.of("Gone"), "").toggled("Other", OFFERED).codes())
                .containsExactly("Other", "Gone");
    }
}
