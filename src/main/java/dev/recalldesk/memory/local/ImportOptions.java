package dev.recalldesk.memory.local;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an archive is imported.
 *
 * @param storeName the name of the new store; {@code null} for the one in the archive
 * @param shiftWeeksTo moves every instant by whole weeks, so that the "now" of the archive is at most a week before this;
 *     {@code null} moves nothing
 */
public record ImportOptions(
        @Nullable String storeName, @Nullable Instant shiftWeeksTo) {
    public static final ImportOptions AS_IT_IS = new ImportOptions(null, null);
}
