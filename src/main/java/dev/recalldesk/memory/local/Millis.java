package dev.recalldesk.memory.local;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Bounds in time against instants that are kept in milliseconds. */
final class Millis {
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Millis() {}

    /** The first millisecond not before the instant: right for "at or after" and for "before" alike. */
    static @Nullable Long ceiling(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            return (instant.isBefore(EARLIEST) ? EARLIEST : LATEST).toEpochMilli();
        }
        boolean whole = instant.equals(instant.truncatedTo(ChronoUnit.MILLIS));
        return whole ? instant.toEpochMilli() : instant.toEpochMilli() + 1;
    }
}
