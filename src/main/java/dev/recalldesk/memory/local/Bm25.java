package dev.recalldesk.memory.local;

import java.io.IOException;
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
        Met met = new Met(texts);
        for (QuestionWord word : words) {
            double rarest = 0;
            for (QuestionWord.Variant variant : word.variants()) {
                rarest = Math.max(rarest, met.add(variant));
            }
            double worth = word.weight() * (rarest == 0 ? idf(texts.liveCount(), 0) : rarest);
            asked += worth;
            met.take((text, score, factor) -> {
                total[text] += word.weight() * score;
                covered[text] += worth * factor;
            });
        }
        return normalised(total, covered, asked);
    }

    /** Receives how well a text meets one word, and how nearly. */
    private interface Taking {
        void with(int text, double score, double factor);
    }

    /** The texts that meet one word of the question, each in its best way; used again for the next word. */
    private static final class Met {
        private final ProfileTexts texts;
        private final double[] best;
        private final double[] factors;
        private final int[] touched;
        private final int[] found;
        private final int[] times;
        private int count;

        private Met(ProfileTexts texts) {
            this.texts = texts;
            best = new double[texts.size()];
            factors = new double[texts.size()];
            touched = new int[texts.size()];
            found = new int[texts.size()];
            times = new int[texts.size()];
        }

        /** Adds the texts of one variant and returns how rare it is, 0 when it is nowhere. */
        private double add(QuestionWord.Variant variant) throws IOException {
            int[] having = {0};
            texts.each(variant.term(), (text, often) -> {
                found[having[0]] = text;
                times[having[0]++] = often;
            });
            if (having[0] == 0) {
                return 0;
            }
            double idf = idf(texts.liveCount(), having[0]);
            for (int i = 0; i < having[0]; i++) {
                int text = found[i];
                if (best[text] == 0) {
                    touched[count++] = text;
                }
                double norm = K1 * (1 - B + B * texts.length(text) / texts.meanLength());
                double score = variant.factor() * idf * times[i] * (K1 + 1) / (times[i] + norm);
                best[text] = Math.max(best[text], score);
                factors[text] = Math.max(factors[text], variant.factor());
            }
            return idf;
        }

        private void take(Taking taking) {
            for (int i = 0; i < count; i++) {
                int text = touched[i];
                taking.with(text, best[text], factors[text]);
                best[text] = 0;
                factors[text] = 0;
            }
            count = 0;
        }
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
