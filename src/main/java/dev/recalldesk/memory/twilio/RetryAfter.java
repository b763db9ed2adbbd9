package dev.recalldesk.memory.twilio;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long the service asks to be left alone: whole seconds or a date, as RFC 9110 has it. */
final class RetryAfter {
    /** Where it does not say. */
    static final Duration UNTOLD = Duration.ofSeconds(1);

    /** Longer than any pause that helps; a slip there must not end the work of a day. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private RetryAfter() {}

    static Optional<Duration> of(Answer answer, Instant now) {
        return answer.header("retry-after")
                .flatMap(text -> read(text.strip(), now))
                .map(RetryAfter::sensible);
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, then));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration sensible(Duration told) {
        return told.isNegative() ? Duration.ZERO : told.compareTo(LONGEST) > 0 ? LONGEST : told;
    }
}
