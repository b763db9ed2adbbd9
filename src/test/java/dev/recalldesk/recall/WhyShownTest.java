package dev.recalldesk.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Recall.Hit;
import dev.recalldesk.memory.Recall.Reason;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sentence under a chosen answer says what the memory said, and nothing else. */
class WhyShownTest {
    private static String why(Set<String> words, String question, Reason... reasons) {
        return WhyShown.sentence(new Hit<>("a fact", OptionalDouble.of(.6), words, Set.of(reasons)), question);
    }

    @Test
    void namesEveryReasonInOneSentence() {
        assertThat(why(
                        Set.of("twice", "charged"),
                        "double charge",
                        Reason.WORDS,
                        Reason.MEANING,
                        Reason.CONVERSATION,
                        Reason.DATE))
                .isEqualTo("Why shown: contains charged and twice, close in meaning to “double charge”, in the same"
                        + " conversation as another match, and from the time asked for.");
    }

    @Test
    void tellsExactFromMere() {
        assertThat(why(Set.of("HP-20418"), "HP-20418", Reason.EXACT, Reason.WORDS))
                .isEqualTo("Why shown: has exactly HP-20418.");
    }

    @Test
    void doesNotQuoteAQuestionNobodyAsked() {
        assertThat(why(Set.of(), "", Reason.MEANING))
                .isEqualTo("Why shown: close in meaning to what this call is about.");
    }

    @Test
    void inventsNoReasonsForAMemoryThatGivesNone() {
        assertThat(why(Set.of("charge"), "charge")).isEqualTo("Ranked by the memory; contains charge.");
        assertThat(why(Set.of(), "charge")).isEqualTo("Ranked by the memory.");
    }

    @Test
    void saysNothingAboutWhatWasNotRanked() {
        assertThat(WhyShown.sentence(new Hit<>("a fact", OptionalDouble.empty(), Set.of(), Set.of()), ""))
                .isEmpty();
    }

    @Test
    void keepsALongQuestionShort() {
        assertThat(why(Set.of(), "charge ".repeat(50), Reason.MEANING))
                .hasSizeLessThan(120)
                .contains("…”");
    }
}
