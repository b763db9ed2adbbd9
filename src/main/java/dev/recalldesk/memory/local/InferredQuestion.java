package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;

/** Guesses what a conversation is about: the words frequent in it and rare in the rest of the customer's memory. */
final class InferredQuestion {
    private static final int MOST_WORDS = 16;
    private static final int LEAST_LETTERS = 3;

    private record Scored(String stem, double score) {}

    private InferredQuestion() {}

    static List<QuestionWord> words(List<String> said, WordForms forms, ProfileTexts texts) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String content : said) {
            for (WordForms.Form form : forms.of(content)) {
                if (form.stem().length() >= LEAST_LETTERS) {
                    counts.merge(form.stem(), 1, Integer::sum);
                }
            }
        }
        Map<String, Double> scores = new HashMap<>();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            int[] having = {0};
            texts.each(new Term(IndexedText.TEXT, entry.getKey()), (text, times) -> having[0]++);
            scores.put(
                    entry.getKey(),
                    Math.log1p(entry.getValue()) * Math.log1p((texts.liveCount() + 1.0) / (having[0] + 1.0)));
        }
        List<Scored> best = scores.entrySet().stream()
                .map(entry -> new Scored(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::stem))
                .limit(MOST_WORDS)
                .toList();
        return best.stream()
                .map(each -> new QuestionWord(
                        List.of(new QuestionWord.Variant(new Term(IndexedText.TEXT, each.stem()), 1)),
                        each.score() / best.getFirst().score(),
                        false))
                .toList();
    }
}
