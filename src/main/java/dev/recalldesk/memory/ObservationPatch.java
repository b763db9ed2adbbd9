package dev.recalldesk.memory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes in an observation; {@code null} leaves a part as it is. */
public record ObservationPatch(
        @Nullable String content,
        @Nullable String source,
        @Nullable Instant occurredAt,
        @Nullable List<String> conversationIds) {
    public static ObservationPatch ofContent(String content) {
        return new ObservationPatch(content, null, null, null);
    }
}
