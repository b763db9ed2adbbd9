package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Recall.Mode;
import dev.recalldesk.memory.Recall.Reason;
import dev.recalldesk.memory.RecallRequest;
import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranks one customer's texts by a question and takes the best. Confined to one search. */
final class Finder {
    private final ProfileTexts texts;
    private final RecallRequest request;
    private final @Nullable Long begin;
    private final @Nullable Long end;

    Finder(ProfileTexts texts, RecallRequest request) {
        this.texts = texts;
        this.request = request;
        this.begin = Millis.ceiling(request.begin());
        this.end = Millis.ceiling(request.end());
    }

    Found find(Mode mode, Asked asked) throws IOException {
        Evidence evidence = asked.evidence(texts, Weights.DEFAULT);
        double[] scores = new Ranking(texts, Weights.DEFAULT).scores(evidence, asked);
        Comparator<Integer> better = (one, other) -> {
            int byScore = Double.compare(scores[other], scores[one]);
            return byScore != 0 ? byScore : texts.compare(other, one);
        };
        BestFew observations = new BestFew(request.observations(), better);
        BestFew summaries = new BestFew(request.summaries(), better);
        for (int text = 0; text < scores.length; text++) {
            if (scores[text] > 0
                    && scores[text] >= request.threshold()
                    && inRange(text)
                    && (!asked.onlyThose() || asked.quoting().get(text))) {
                (texts.isSummary(text) ? summaries : observations).offer(text);
            }
        }
        BitSet exact = exact(asked);
        return new Found(
                mode,
                signs(observations, scores, exact, evidence, asked),
                signs(summaries, scores, exact, evidence, asked),
                stems(asked.words()));
    }

    private Map<String, Found.Sign> signs(BestFew best, double[] scores, BitSet exact, Evidence evidence, Asked asked)
            throws IOException {
        Map<String, Found.Sign> signs = new LinkedHashMap<>();
        for (int text : best.sorted()) {
            signs.put(
                    texts.id(text),
                    new Found.Sign(scores[text], reasons(text, exact.get(text), evidence, asked.time())));
        }
        return signs;
    }

    /** The same for a question that may not have been inferred at all. */
    Optional<Found> findIfAsked(Mode mode, Optional<Asked> asked) throws IOException {
        return asked.isEmpty() ? Optional.empty() : Optional.of(find(mode, asked.get()));
    }

    private boolean inRange(int text) {
        return (begin == null || texts.occurred(text) >= begin) && (end == null || texts.occurred(text) < end);
    }

    /** What has a phrase, a number or an id of the question, whole or as the part that was asked for. */
    private BitSet exact(Asked asked) throws IOException {
        BitSet exact = (BitSet) asked.quoting().clone();
        for (QuestionWord word : asked.words()) {
            if (word.exact()) {
                for (QuestionWord.Variant variant : word.variants()) {
                    texts.each(variant.term(), (text, times) -> exact.set(text));
                }
            }
        }
        return exact;
    }

    private Set<Reason> reasons(int text, boolean exact, Evidence evidence, NamedTime time) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (exact) {
            reasons.add(Reason.EXACT);
        }
        if (evidence.near(text)) {
            reasons.add(Reason.MEANING);
        }
        if (time.closeness(texts.occurred(text)) >= 1) {
            reasons.add(Reason.DATE);
        }
        if (reasons.isEmpty() && evidence.words()[text] == 0 && texts.conversations(text).length > 0) {
            reasons.add(Reason.CONVERSATION);
        }
        return reasons;
    }

    private static Set<String> stems(List<QuestionWord> words) {
        Set<String> stems = new HashSet<>();
        words.forEach(word ->
                word.variants().forEach(variant -> stems.add(variant.term().text())));
        return stems;
    }
}
