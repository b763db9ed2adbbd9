package dev.recalldesk.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to recall. With a query the answer is ranked by it; with a conversation alone the question is inferred from that
 * conversation; with neither the answer is the most recent, without scores.
 *
 * @param query at most 1,024 characters; {@code null} or blank counts as none
 * @param begin only what occurred at or after this
 * @param end only what occurred before this
 * @param observations how many at most, 0 to 100
 * @param summaries how many at most, 0 to 100
 * @param threshold least score, 0 to 1; has no effect on the most recent
 */
public record RecallRequest(
        @Nullable String query,
        @Nullable String conversationId,
        @Nullable Instant begin,
        @Nullable Instant end,
        int observations,
        int summaries,
        double threshold) {
    public static final int MAX_QUERY = 1024;

    public static RecallRequest ofQuery(String query) {
        return new RecallRequest(query, null, null, null, 20, 5, 0);
    }

    public static RecallRequest ofConversation(String conversationId) {
        return new RecallRequest(null, conversationId, null, null, 20, 5, 0);
    }

    public static RecallRequest mostRecent() {
        return new RecallRequest(null, null, null, null, 20, 5, 0);
    }
}
