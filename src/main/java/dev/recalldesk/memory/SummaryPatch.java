package dev.recalldesk.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What changes in a summary; {@code null} leaves a part as it is. */
public record SummaryPatch(
        @Nullable String conversationId,
        @Nullable String content,
        @Nullable String source,
        @Nullable Instant occurredAt) {}
