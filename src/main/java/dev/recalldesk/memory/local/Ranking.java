package dev.recalldesk.memory.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns how well each text meets the words of a question into one score a text, with what is known around the text. The
 * signs are added, each by its weight: measured, that beat fusing ranks. One more sign is one more summand here.
 */
final class Ranking {
    private static final double FULL_LENGTH = 50;
    private static final double ALL_BUT_ROUNDING = 1 - 1e-9;
    private final ProfileTexts texts;
    private final Weights weights;

    Ranking(ProfileTexts texts, Weights weights) {
        this.texts = texts;
        this.weights = weights;
    }

    /** For each text its score, 0 to 1; 0 means that nothing speaks for it, 1 that it says all that was asked for. */
    double[] scores(Evidence evidence, NamedTime time) {
        double[] met = evidence.whole();
        double[] neighbour = neighbours(met);
        double[] inSummaries = bestOfConversations(met, true);
        double[] inObservations = bestOfConversations(met, false);
        boolean[] observed = observedConversations();
        double[] age = newness(met);
        double tilt = time.wantsLatest() ? weights.newest() : weights.tilt();
        double[] scores = new double[texts.size()];
        int top = 0;
        for (int text = 0; text < scores.length; text++) {
            if (!texts.isLive(text)) {
                continue;
            }
            double ownKind = best(texts.isSummary(text) ? inSummaries : inObservations, text);
            double otherKind = best(texts.isSummary(text) ? inObservations : inSummaries, text);
            double newest = time.wantsEarliest() ? 1 - age[text] : age[text];
            double inTime = time.closeness(texts.occurred(text));
            double doubt = otherKind == 0 && texts.isSummary(text) && any(observed, text) ? weights.doubt() : 0;
            double sum = met[text] * (1 - doubt)
                    + weights.neighbour() * neighbour[text]
                    + weights.conversation() * ownKind
                    + weights.summary() * otherKind
                    + weights.time() * inTime
                    + (time.wantsEarliest() ? weights.newest() : tilt) * newest * Math.max(met[text], inTime)
                    + weights.length() * met[text] * fullness(text);
            scores[text] =
                    met[text] > 0 || neighbour[text] > 0 || otherKind > 0 || ownKind > 0 || inTime >= 1 ? sum : 0;
            top = scores[text] > scores[top] ? text : top;
        }
        return scores.length == 0 ? scores : scaled(scores, ceiling(evidence, top) / scores[top]);
    }

    /** What is known around a text can make up for half of what its own words leave open, and no more. */
    private static double ceiling(Evidence evidence, int text) {
        return evidence.words()[text] > ALL_BUT_ROUNDING ? 1 : (1 + evidence.whole()[text]) / 2;
    }

    private static double[] scaled(double[] scores, double scale) {
        if (scale < 1) {
            for (int text = 0; text < scores.length; text++) {
                scores[text] *= scale;
            }
        }
        return scores;
    }

    /** The conversations there are observations of. */
    private boolean[] observedConversations() {
        boolean[] observed = new boolean[texts.conversationCount()];
        for (int text = 0; text < texts.size(); text++) {
            if (texts.isLive(text) && !texts.isSummary(text)) {
                for (int conversation : texts.conversations(text)) {
                    observed[conversation] = true;
                }
            }
        }
        return observed;
    }

    private boolean any(boolean[] ofConversation, int text) {
        for (int conversation : texts.conversations(text)) {
            if (ofConversation[conversation]) {
                return true;
            }
        }
        return false;
    }

    private double fullness(int text) {
        return Math.min(1, Math.log1p(texts.length(text)) / Math.log1p(FULL_LENGTH));
    }

    private double best(double[] ofConversation, int text) {
        double best = 0;
        for (int conversation : texts.conversations(text)) {
            best = Math.max(best, ofConversation[conversation]);
        }
        return best;
    }

    private double[] bestOfConversations(double[] words, boolean summaries) {
        double[] best = new double[texts.conversationCount()];
        for (int text = 0; text < words.length; text++) {
            if (words[text] > 0 && texts.isSummary(text) == summaries) {
                for (int conversation : texts.conversations(text)) {
                    best[conversation] = Math.max(best[conversation], words[text]);
                }
            }
        }
        return best;
    }

    /** The better of the observations right before and after, in whichever conversation. */
    private double[] neighbours(double[] words) {
        double[] found = new double[words.length];
        int[] previous = new int[texts.conversationCount()];
        Arrays.fill(previous, -1);
        for (int text : byTime()) {
            if (texts.isSummary(text)) {
                continue;
            }
            for (int conversation : texts.conversations(text)) {
                int before = previous[conversation];
                if (before >= 0) {
                    found[text] = Math.max(found[text], words[before]);
                    found[before] = Math.max(found[before], words[text]);
                }
                previous[conversation] = text;
            }
        }
        return found;
    }

    /** 0 for the oldest to 1 for the newest of the texts that meet the words, of all when none does. */
    private double[] newness(double[] words) {
        double[] newness = new double[words.length];
        boolean any = Arrays.stream(words).anyMatch(score -> score > 0);
        List<Integer> order =
                byTime().stream().filter(text -> !any || words[text] > 0).toList();
        double newest = 1;
        for (int place = order.size() - 1; place >= 0; place--) {
            int text = order.get(place);
            boolean older = place < order.size() - 1 && texts.occurred(text) < texts.occurred(order.get(place + 1));
            newest = older ? (double) place / (order.size() - 1) : newest;
            newness[text] = newest;
        }
        return newness;
    }

    private List<Integer> byTime() {
        List<Integer> order = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            if (texts.isLive(text)) {
                order.add(text);
            }
        }
        order.sort(texts::compare);
        return order;
    }
}
