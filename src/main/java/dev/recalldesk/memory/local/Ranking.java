package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Turns how well each text meets the words of a question into one score a text, with what is known around the text. The
 * signs are added, each by its weight: measured, that beat fusing ranks. One more sign is one more summand here.
 */
final class Ranking {
    private static final int FULL_LENGTH = 50;
    /** By length, how much of a text with something to say it is. */
    private static final double[] FULLNESS = IntStream.rangeClosed(0, FULL_LENGTH)
            .mapToDouble(length -> Math.log1p(length) / Math.log1p(FULL_LENGTH))
            .toArray();

    private final ProfileTexts texts;
    private final Weights weights;
    private final Conversing conversing;

    Ranking(ProfileTexts texts, Weights weights) {
        this.texts = texts;
        this.weights = weights;
        this.conversing = new Conversing(texts);
    }

    /** For each text its score, 0 to 1; 0 means that nothing speaks for it, 1 that it says all that was asked for. */
    double[] scores(Evidence evidence, Asked asked) throws IOException {
        NamedTime time = asked.time();
        double[] scores = sums(evidence.whole(), time);
        if (time.asksForNow()) {
            new Succession(texts, conversing).raise(scores);
        }
        double top = top(scores);
        asked.quoting().stream().forEach(text -> scores[text] += top);
        return scaled(scores, certainty(evidence, time));
    }

    private double[] sums(double[] met, NamedTime time) {
        Neighbours neighbours = Neighbours.of(texts, met);
        double[] inSummaries = bestOfConversations(met, true);
        double[] inObservations = bestOfConversations(met, false);
        double[] age = newness(met);
        double[] scores = new double[texts.size()];
        for (int text = 0; text < scores.length; text++) {
            if (!texts.isLive(text)) {
                continue;
            }
            Weights.Around around = weights.around(conversing.talk(text));
            double ownKind = best(texts.isSummary(text) ? inSummaries : inObservations, text);
            double otherKind = best(texts.isSummary(text) ? inObservations : inSummaries, text);
            double inTime = time.closeness(texts.occurred(text));
            boolean doubtful = otherKind == 0 && texts.isSummary(text) && conversing.isObserved(text);
            double sum = met[text] * (1 - (doubtful ? weights.doubt() : 0))
                    + around.neighbour() * neighbours.nearest()[text]
                    + around.second() * neighbours.following()[text]
                    + around.conversation() * ownKind
                    + around.summary() * otherKind
                    + weights.time() * inTime
                    + newer(around, time)
                            * (time.wantsEarliest() ? 1 - age[text] : age[text])
                            * Math.max(met[text], inTime)
                    + weights.length() * met[text] * fullness(text);
            boolean found =
                    met[text] > 0 || neighbours.nearest()[text] > 0 || otherKind > 0 || ownKind > 0 || inTime >= 1;
            scores[text] = found ? sum : 0;
        }
        return scores;
    }

    private double newer(Weights.Around around, NamedTime time) {
        if (time.wantsEarliest()) {
            return weights.newest();
        }
        double newer = time.asksForNow() ? around.newerNow() : around.newer();
        return time.wantsLatest() ? Math.max(weights.newest(), newer) : newer;
    }

    /** The best answer is as certain as the text that speaks for itself most clearly. */
    private double certainty(Evidence evidence, NamedTime time) {
        double certainty = 0;
        for (int text = 0; text < texts.size(); text++) {
            if (texts.isLive(text)) {
                boolean inTime = time.closeness(texts.occurred(text)) >= 1;
                certainty = Math.max(certainty, evidence.certainty(text, inTime));
            }
        }
        return certainty;
    }

    private static double[] scaled(double[] scores, double best) {
        double top = top(scores);
        for (int text = 0; text < scores.length && top != 0; text++) {
            scores[text] = scores[text] * best / top;
        }
        return scores;
    }

    private static double top(double[] scores) {
        double top = 0;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        return top;
    }

    private double fullness(int text) {
        return FULLNESS[Math.min(FULL_LENGTH, texts.length(text))];
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

    /** 0 for the oldest to 1 for the newest of the texts that meet the words, of all when none does. */
    private double[] newness(double[] words) {
        double[] newness = new double[words.length];
        int[] byTime = texts.byTime();
        int meeting = 0;
        for (int text : byTime) {
            meeting += words[text] > 0 ? 1 : 0;
        }
        int count = meeting == 0 ? byTime.length : meeting;
        int place = count;
        double newest = 1;
        long newer = Long.MIN_VALUE;
        for (int i = byTime.length - 1; i >= 0; i--) {
            int text = byTime[i];
            if (meeting == 0 || words[text] > 0) {
                place--;
                newest = texts.occurred(text) < newer ? (double) place / (count - 1) : newest;
                newer = texts.occurred(text);
                newness[text] = newest;
            }
        }
        return newness;
    }
}
