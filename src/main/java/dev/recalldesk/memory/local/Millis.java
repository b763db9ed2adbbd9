package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Bounds in time against instants that are kept in milliseconds. */
final class Millis {
    private Millis() {}

    /** The first millisecond not before the instant: right for "at or after" and for "before" alike. */
    static @Nullable Long ceiling(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        if (instant.isBefore(Checks.EARLIEST) || instant.isAfter(Checks.LATEST)) {
            return (instant.isBefore(Checks.EARLIEST) ? Checks.EARLIEST : Checks.LATEST).toEpochMilli();
        }
        boolean whole = instant.equals(instant.truncatedTo(ChronoUnit.MILLIS));
        return whole ? instant.toEpochMilli() : instant.toEpochMilli() + 1;
    }
}
