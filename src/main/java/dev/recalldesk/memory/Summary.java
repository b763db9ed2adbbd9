package dev.recalldesk.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one conversation came to.
 *
 * @param content 1 to 4,096 characters
 */
public record Summary(
        String id,
        String conversationId,
        String content,
        @Nullable String source,
        Instant occurredAt,
        Instant createdAt,
        Instant updatedAt) {}
