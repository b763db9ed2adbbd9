package dev.recalldesk.recall;

import dev.recalldesk.desk.Questions;
import dev.recalldesk.memory.RecallRequest;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, and how.
 *
 * @param question as typed, of any length
 * @param threshold least relevance, 0 to 1
 */
public record Search(String question, Asking asking, DateRange range, double threshold) {
    static final double USUAL_THRESHOLD = Questions.LEAST_RELEVANCE;
    static final Search NONE = new Search("", Asking.QUESTION, DateRange.ANY, USUAL_THRESHOLD);

    Search asking(Asking other) {
        return new Search(question, other, range, threshold);
    }

    Search question(String other) {
        return new Search(other, asking, range, threshold);
    }

    Search range(DateRange other) {
        return new Search(question, asking, other, threshold);
    }

    Search threshold(double other) {
        return new Search(question, asking, range, Math.clamp(other, 0, 1));
    }

    /** Whether there is anything to look for; an empty question is none. */
    public boolean asks() {
        return asking != Asking.QUESTION || !question.isBlank();
    }

    /** Whether the question is longer than a memory takes. */
    public boolean cut() {
        return asking == Asking.QUESTION && question.length() > RecallRequest.MAX_QUERY;
    }

    /** The threshold an agent is offered when nothing was found: half of it, in steps of 0.05. */
    public double lower() {
        return Math.floor(threshold / 2 * 20) / 20;
    }

    RecallRequest request(@Nullable String conversationId, Instant now, ZoneId zone) {
        Instant begin = range.begin(now, zone);
        return switch (asking) {
            case QUESTION ->
                new RecallRequest(query(), null, begin, null, Questions.FACTS, Questions.SUMMARIES, threshold);
            case THIS_CALL ->
                new RecallRequest(null, conversationId, begin, null, Questions.FACTS, Questions.SUMMARIES, threshold);
            case RECENT -> new RecallRequest(null, null, begin, null, Questions.FACTS, Questions.SUMMARIES, 0);
        };
    }

    private String query() {
        if (question.length() <= RecallRequest.MAX_QUERY) {
            return question;
        }
        boolean split = Character.isHighSurrogate(question.charAt(RecallRequest.MAX_QUERY - 1));
        return question.substring(0, split ? RecallRequest.MAX_QUERY - 1 : RecallRequest.MAX_QUERY);
    }
}
