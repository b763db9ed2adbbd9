package dev.recalldesk.memory;

import java.time.Instant;
import java.util.List;

/** An observation to be remembered; the limits are those of {@link Observation}. */
public record NewObservation(String content, String source, Instant occurredAt, List<String> conversationIds) {
    /** The most characters (UTF-16 units) a remembered text may have. */
    public static final int MAX_CONTENT = 4096;

    public NewObservation {
        conversationIds = List.copyOf(conversationIds);
    }
}
