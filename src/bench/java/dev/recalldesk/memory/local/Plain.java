package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** The plain rankings a better one has to beat, over one person's texts: BM25, nearness of meaning, and both fused by rank. */
final class Plain {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final double RANK_CONSTANT = 60;

    private final List<String> ids = new ArrayList<>();
    private final List<List<String>> stems = new ArrayList<>();
    private final List<byte[]> vectors = new ArrayList<>();
    private final Map<String, Integer> having = new HashMap<>();
    private final WordForms forms = new WordForms(new EnglishAnalyzer());
    private final MeaningModel model;
    private double meanLength;

    Plain(List<Labelled.Item> items, MeaningModel model) throws IOException {
        this.model = model;
        for (Labelled.Item item : items) {
            List<String> words = stems(item.content());
            ids.add(item.id());
            stems.add(words);
            vectors.add(model.of(item.content()));
            new HashSet<>(words).forEach(word -> having.merge(word, 1, Integer::sum));
            meanLength += (double) words.size() / items.size();
        }
    }

    private List<String> stems(String text) throws IOException {
        return forms.of(text).stream().map(WordForms.Form::stem).toList();
    }

    List<String> byWords(String question) throws IOException {
        Set<String> asked = new HashSet<>(stems(question));
        double[] scores = new double[ids.size()];
        for (int text = 0; text < scores.length; text++) {
            for (String word : asked) {
                long times = stems.get(text).stream().filter(word::equals).count();
                if (times > 0) {
                    int documents = having.getOrDefault(word, 0);
                    double idf = Math.log1p((ids.size() - documents + 0.5) / (documents + 0.5));
                    double norm = K1 * (1 - B + B * stems.get(text).size() / meanLength);
                    scores[text] += idf * times * (K1 + 1) / (times + norm);
                }
            }
        }
        return ranked(scores, 0);
    }

    List<String> byMeaning(String question) throws IOException {
        byte[] asked = model.of(question);
        double[] scores = new double[ids.size()];
        for (int text = 0; text < scores.length; text++) {
            scores[text] = Vectors.cosine(asked, vectors.get(text));
        }
        return ranked(scores, -1);
    }

    List<String> byFusedRanks(String question) throws IOException {
        Map<String, Double> fused = new HashMap<>();
        for (List<String> ranking : List.of(byWords(question), byMeaning(question))) {
            for (int place = 0; place < ranking.size(); place++) {
                fused.merge(ranking.get(place), 1 / (RANK_CONSTANT + place + 1), Double::sum);
            }
        }
        return ids.stream()
                .filter(fused::containsKey)
                .sorted(Comparator.comparingDouble((String id) -> fused.get(id)).reversed())
                .toList();
    }

    private List<String> ranked(double[] scores, double above) {
        List<Integer> order = new ArrayList<>();
        for (int text = 0; text < scores.length; text++) {
            if (scores[text] > above) {
                order.add(text);
            }
        }
        order.sort(Comparator.comparingDouble((Integer text) -> scores[text]).reversed());
        return order.stream().map(ids::get).toList();
    }
}
