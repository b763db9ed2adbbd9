package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    @ParameterizedTest
    @CsvSource({
        "1, propeller, propeller, true",
        "1, propeller, propellers, true",
        "1, propeller, propeler, true",
        "1, propeller, propelelr, true",
        "1, propeller, prapeller, true",
        "1, propeller, prapellar, false",
        "2, propeller, prapellar, true",
        "2, propeller, prop, false",
        "1, caf\u00e9s, cafes, true",
        "1, \uD83D\uDEA4ab, \uD83D\uDE9Aab, true"
    })
    void countsWhatTheFingerDid(int most, String word, String other, boolean within) {
        assertThat(Slips.atMost(most, word, other)).isEqualTo(within);
        assertThat(Slips.atMost(most, other, word)).isEqualTo(within);
    }

    @Test
    void agreesWithLucene() {
        Random random = new Random(5);
        int within = 0;
        for (int round = 0; round < 200; round++) {
            String word = word(random);
            for (int most = 1; most <= 2; most++) {
                Automaton near = new LevenshteinAutomata(word, true).toAutomaton(most);
                ByteRunAutomaton run = new CompiledAutomaton(near).runAutomaton;
                for (int i = 0; i < 200; i++) {
                    String other = word(random);
                    BytesRef bytes = new BytesRef(other);
                    boolean expected = run.run(bytes.bytes, bytes.offset, bytes.length);
                    within += expected ? 1 : 0;
                    assertThat(Slips.atMost(most, word, other))
                            .as("%s and %s within %d", word, other, most)
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(within).isPositive();
    }

    /** Few letters, so that many are near each other. */
    private static String word(Random random) {
        return random.ints(3 + random.nextInt(4), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
