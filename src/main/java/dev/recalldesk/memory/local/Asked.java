package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param quoting the texts that have what the question quotes; empty when it quotes nothing
 * @param onlyThose whether nothing but the quoted is asked for
 * @param meaning the vector of the question; {@code null} when words alone shall decide
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Asked(List<QuestionWord> words, BitSet quoting, boolean onlyThose, byte @Nullable [] meaning, NamedTime time) {
    static Asked inferred(List<QuestionWord> words, byte @Nullable [] meaning, NamedTime none) {
        return new Asked(words, new BitSet(), false, meaning, none);
    }

    /** How each text meets the question by itself. */
    Evidence evidence(ProfileTexts texts, Weights weights) throws IOException {
        double[] met = Bm25.scores(texts, words);
        quoting.stream().forEach(text -> met[text] = 1);
        double[] unknown = new double[met.length];
        Arrays.fill(unknown, Double.NaN);
        return Evidence.of(met, meaning == null ? unknown : Vectors.cosines(texts, meaning), weights.meaning());
    }
}
