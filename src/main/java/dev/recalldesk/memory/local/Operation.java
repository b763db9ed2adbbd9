package dev.recalldesk.memory.local;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A write to the stores of this machine that somebody may ask about later.
 *
 * @param id {@code mem_operation_} and 26 characters, sorting by age
 */
public record Operation(String id, Instant createdAt, Outcome outcome) {
    /** What became of it. */
    public sealed interface Outcome {
        /** Not done yet. */
        record Running() implements Outcome {}

        /**
         * @param resourceId what it was done to
         * @param resourcePath where to read that; {@code null} when it is gone
         */
        record Completed(
                Instant at, String resourceId, @Nullable String resourcePath) implements Outcome {}

        /**
         * @param code as in the error directory of the API
         * @param detail at most 1,024 characters
         */
        record Failed(Instant at, int code, String title, String detail) implements Outcome {}
    }
}
