package dev.recalldesk.memory.local;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How well rankings met what was labelled, summed up by kind of question. */
final class Measures {
    private static final class Sums {
        private int count;
        private double hit;
        private double recall5;
        private double recall10;
        private double ndcg;
        private double reciprocal;
        private int pairs;
        private int ordered;

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%.3f | %.3f | %.3f | %.3f | %.3f | %s | %d |",
                    hit / count,
                    recall5 / count,
                    recall10 / count,
                    ndcg / count,
                    reciprocal / count,
                    pairs == 0 ? "" : String.format(Locale.ROOT, "%.3f", (double) ordered / pairs),
                    count);
        }
    }

    static final String HEADER = "| Hit@1 | R@5 | R@10 | nDCG@10 | MRR | newest before stale | questions |";
    private final Sums all = new Sums();
    private final Map<String, Sums> kinds = new TreeMap<>();

    /** @param ranked the ids found, best first */
    void add(Labelled.Query query, List<String> ranked) {
        if (!query.gold().isEmpty()) {
            List<String> counted =
                    ranked.stream().filter(id -> !query.related().contains(id)).toList();
            add(all, query, counted);
            add(kinds.computeIfAbsent(query.kind(), _ -> new Sums()), query, counted);
        }
    }

    private static void add(Sums sums, Labelled.Query query, List<String> ranked) {
        sums.count++;
        int found5 = 0;
        int found10 = 0;
        double gain = 0;
        int first = -1;
        int stale = -1;
        for (int place = 0; place < ranked.size(); place++) {
            if (query.gold().contains(ranked.get(place))) {
                first = first < 0 ? place : first;
                found5 += place < 5 ? 1 : 0;
                found10 += place < 10 ? 1 : 0;
                gain += place < 10 ? discount(place) : 0;
            }
            stale = stale < 0 && query.stale().contains(ranked.get(place)) ? place : stale;
        }
        double ideal = 0;
        for (int place = 0; place < Math.min(10, query.gold().size()); place++) {
            ideal += discount(place);
        }
        sums.hit += first == 0 ? 1 : 0;
        sums.recall5 += (double) found5 / query.gold().size();
        sums.recall10 += (double) found10 / query.gold().size();
        sums.ndcg += gain / ideal;
        sums.reciprocal += first < 0 ? 0 : 1.0 / (first + 1);
        if (!query.stale().isEmpty()) {
            sums.pairs++;
            sums.ordered += first >= 0 && (stale < 0 || first < stale) ? 1 : 0;
        }
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }

    String total() {
        return all.line();
    }

    Map<String, String> byKind() {
        Map<String, String> lines = new TreeMap<>();
        kinds.forEach((kind, sums) -> lines.put(kind, sums.line()));
        return lines;
    }
}
