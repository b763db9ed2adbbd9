package dev.recalldesk.memory;

import java.time.Instant;
import java.util.List;

/**
 * A remembered sentence.
 *
 * @param content 1 to 4,096 characters
 * @param source who wrote it: 1 to 100 letters, digits, spaces or {@code _ . / -}
 * @param occurredAt when it happened, which is not when it was written down
 * @param conversationIds the conversations it comes from, at most 10
 */
public record Observation(
        String id,
        String content,
        String source,
        Instant occurredAt,
        Instant createdAt,
        Instant updatedAt,
        List<String> conversationIds) {
    public Observation {
        conversationIds = List.copyOf(conversationIds);
    }
}
