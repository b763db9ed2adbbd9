package dev.recalldesk.memory.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often a threshold lets something through, for questions that have an answer and for those that have none. */
final class Quiet {
    private static final double[] THRESHOLDS = {0.3, 0.5, 0.7};
    private final List<Double> answered = new ArrayList<>();
    private final List<Double> unanswered = new ArrayList<>();

    /** @param best the score of what came first, 0 for nothing */
    void add(boolean hasAnswer, double best) {
        (hasAnswer ? answered : unanswered).add(best);
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| threshold | with an answer, something shown | without an answer, nothing shown |\n| --- | --- | --- |\n");
        for (double threshold : THRESHOLDS) {
            long shown = answered.stream().filter(best -> best >= threshold).count();
            long still = unanswered.stream().filter(best -> best < threshold).count();
            table.append(String.format(
                    Locale.ROOT,
                    "| %.1f | %d of %d | %d of %d |%n",
                    threshold,
                    shown,
                    answered.size(),
                    still,
                    unanswered.size()));
        }
        return table.toString();
    }
}
