package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.MemoryFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Times on the wire: RFC 3339, written to the millisecond and read with any fraction and offset. */
final class Moments {
    private Moments() {}

    /** @throws MemoryFailure.Invalid when no calendar has this time */
    static String write(String field, Instant moment) {
        Checks.moment(field, moment);
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** @throws DateTimeException when this is no time; one without an offset is taken as UTC */
    static Instant read(String text) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime exact
                ? exact.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }
}
