package dev.recalldesk.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a list of observations; {@code null} does not narrow.
 *
 * @param createdAfter inclusive
 * @param createdBefore exclusive
 */
public record ObservationFilter(
        @Nullable String source,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore,
        @Nullable String conversationId) {
    public static final ObservationFilter NONE = new ObservationFilter(null, null, null, null);
}
