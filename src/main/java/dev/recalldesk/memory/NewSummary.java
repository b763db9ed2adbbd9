package dev.recalldesk.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation summary to be remembered; the limits are those of {@link Summary}. */
public record NewSummary(
        String conversationId, String content, @Nullable String source, Instant occurredAt) {}
