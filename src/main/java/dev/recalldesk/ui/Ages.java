package dev.recalldesk.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments in words: how long ago, which day, at what time. Pure functions of the moment, the present and the zone. */
public final class Ages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final double FEW_MILLIS = 10;

    private Ages() {}

    /** "12 days", "5 months": for lists. */
    public static String age(Instant then, Instant now) {
        Span span = Span.of(then, now);
        return switch (span.unit()) {
            case MINUTES -> span.count() < 1 ? Text.get("age.now") : Text.get("age.minutes", span.count());
            case HOURS -> Text.get("age.hours", span.count());
            case DAYS -> Text.get("age.days", span.count());
            case WEEKS -> Text.get("age.weeks", span.count());
            case MONTHS -> Text.get("age.months", span.count());
            default -> Text.get("age.years", span.count());
        };
    }

    /** "12 d", "5 mo": where there is little room. */
    public static String shortAge(Instant then, Instant now) {
        Span span = Span.of(then, now);
        return switch (span.unit()) {
            case MINUTES -> span.count() < 1 ? Text.get("age.now") : Text.get("age.short.minutes", span.count());
            case HOURS -> Text.get("age.short.hours", span.count());
            case DAYS -> Text.get("age.short.days", span.count());
            case WEEKS -> Text.get("age.short.weeks", span.count());
            case MONTHS -> Text.get("age.short.months", span.count());
            default -> Text.get("age.short.years", span.count());
        };
    }

    /** "Today", "Yesterday", "Tue 17 Nov", and with the year when it is not this one. */
    public static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return Text.get("day.today");
        }
        if (day.equals(today.minusDays(1))) {
            return Text.get("day.yesterday");
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    /** The weekday and date without "today", for facts that are quoted elsewhere. */
    public static String date(Instant then, ZoneId zone) {
        return DAY_AND_YEAR.format(then.atZone(zone));
    }

    /** "14:05". */
    public static String clock(Instant then, ZoneId zone) {
        return CLOCK.format(then.atZone(zone));
    }

    /** "14:05:11", for saves. */
    public static String clockSeconds(Instant then, ZoneId zone) {
        return SECONDS.format(then.atZone(zone));
    }

    /** "Tue 17 Nov 2026, 14:05:11", for hovering. */
    public static String exact(Instant then, ZoneId zone) {
        return EXACT.format(then.atZone(zone));
    }

    /** "Mar 2023". */
    public static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** "3:12", or "1:03:12" from an hour on: a running timer. */
    public static String timer(Duration elapsed) {
        long seconds = Math.max(0, elapsed.toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** "2.3 ms", "84 ms", "1.8 s": how long something took, with one digit where the whole number would say nothing. */
    public static String took(Duration time) {
        double millis = time.toNanos() / 1e6;
        return time.compareTo(SECOND) < 0
                ? Text.get("time.millis", String.format(Locale.ROOT, millis < FEW_MILLIS ? "%.1f" : "%.0f", millis))
                : Text.get("time.seconds", String.format(Locale.ROOT, "%.1f", millis / 1e3));
    }

    /** How long ago, in the largest unit that still says enough. A moment in the future counts as now. */
    private record Span(long count, ChronoUnit unit) {
        static Span of(Instant then, Instant now) {
            Duration gone = Duration.between(then, now);
            long days = gone.toDays();
            if (gone.toMinutes() < 60) {
                return new Span(Math.max(0, gone.toMinutes()), ChronoUnit.MINUTES);
            }
            if (days < 1) {
                return new Span(gone.toHours(), ChronoUnit.HOURS);
            }
            if (days < 14) {
                return new Span(days, ChronoUnit.DAYS);
            }
            if (days < 60) {
                return new Span(days / 7, ChronoUnit.WEEKS);
            }
            return days < 365 ? new Span(days / 30, ChronoUnit.MONTHS) : new Span(days / 365, ChronoUnit.YEARS);
        }
    }
}
