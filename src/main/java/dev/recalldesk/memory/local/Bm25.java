package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How well the words of a question are met by each text of one customer (BM25 with the customer's own statistics). */
final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private Bm25() {}

    /**
     * For each text 0 to 1. The best text gets 1 when it has every word of the question as it was asked, less when words
     * are missing or met only nearly, so that an answer which is merely the least bad does not look like a good one.
     */
    static double[] scores(ProfileTexts texts, List<QuestionWord> words) throws IOException {
        int size = texts.size();
        double[] total = new double[size];
        double[] covered = new double[size];
        double asked = 0;
        double[] best = new double[size];
        double[] met = new double[size];
        for (QuestionWord word : words) {
            Arrays.fill(best, 0);
            Arrays.fill(met, 0);
            double rarest = 0;
            for (QuestionWord.Variant variant : word.variants()) {
                rarest = Math.max(rarest, add(texts, variant, best, met));
            }
            double worth = word.weight() * (rarest == 0 ? idf(texts.liveCount(), 0) : rarest);
            asked += worth;
            for (int text = 0; text < size; text++) {
                if (best[text] > 0) {
                    total[text] += word.weight() * best[text];
                    covered[text] += worth * met[text];
                }
            }
        }
        return normalised(total, covered, asked);
    }

    /** Adds the texts of one variant and returns how rare it is, 0 when it is nowhere. */
    private static double add(ProfileTexts texts, QuestionWord.Variant variant, double[] best, double[] met)
            throws IOException {
        int[] count = {0};
        texts.each(variant.term(), (text, times) -> count[0]++);
        if (count[0] == 0) {
            return 0;
        }
        double idf = idf(texts.liveCount(), count[0]);
        texts.each(variant.term(), (text, times) -> {
            double norm = K1 * (1 - B + B * texts.length(text) / texts.meanLength());
            met[text] = Math.max(met[text], variant.factor());
            best[text] = Math.max(best[text], variant.factor() * idf * times * (K1 + 1) / (times + norm));
        });
        return idf;
    }

    private static double idf(int all, int having) {
        return Math.log1p((all - having + 0.5) / (having + 0.5));
    }

    private static double[] normalised(double[] total, double[] covered, double asked) {
        int top = 0;
        for (int text = 1; text < total.length; text++) {
            if (total[text] > total[top]) {
                top = text;
            }
        }
        if (total.length == 0 || total[top] == 0) {
            return total;
        }
        double scale = Math.sqrt(Math.min(1, covered[top] / asked)) / total[top];
        for (int text = 0; text < total.length; text++) {
            total[text] *= scale;
        }
        return total;
    }
}
