package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param meaning the vector of the question; {@code null} when words alone shall decide
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Asked(List<QuestionWord> words, byte @Nullable [] meaning, NamedTime time) {
    /** How each text meets the question by itself. */
    Evidence evidence(ProfileTexts texts, Weights weights) throws IOException {
        double[] met = Bm25.scores(texts, words);
        return meaning == null
                ? new Evidence(met, met)
                : Evidence.of(met, Vectors.cosines(texts, meaning), weights.meaning());
    }
}
