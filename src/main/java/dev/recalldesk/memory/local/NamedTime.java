package dev.recalldesk.memory.local;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time a question names: days, months and years in words or figures, and "the last", "the first". Days are UTC days,
 * as they are in every record.
 */
final class NamedTime {
    private static final String MONTHS =
            "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)";
    private static final Pattern MONTH = Pattern.compile(
            "(?:\\b(in|of|since|during|last|this|early|late|mid|by|until|before|after)[ -])?"
                    + "(?:\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?\\b" + MONTHS
                    + "\\b\\.?(?: (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d))?(?:,? (?:of )?(20\\d\\d|last year|this year))?");
    private static final Pattern SEASON = Pattern.compile(
            "\\b(?:(in|last|this|during|since) (?:the )?)?(spring|summer|autumn|fall|winter)\\b(?: (?:of )?(20\\d\\d|last year|this year))?");
    private static final Pattern ISO = Pattern.compile("\\b(20\\d\\d)-(\\d\\d)(?:-(\\d\\d))?\\b");
    private static final Pattern YEAR =
            Pattern.compile("(?<![\\p{L}\\p{N}-])(20\\d\\d|last year|this year)(?![\\p{L}\\p{N}-])");
    private static final Pattern AGO = Pattern.compile(
            "\\b(\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten) (day|week|month|year)s? ago\\b");
    private static final Pattern RELATIVE = Pattern.compile("\\b(?:(last|this|past) (week|month)|today|yesterday)\\b");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(?:on |last |this )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b");
    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Set<String> LATEST =
            Set.of("last", "latest", "newest", "recent", "recently", "current", "currently", "now", "new", "lately");
    private static final Set<String> EARLIEST = Set.of("first", "earliest", "oldest", "originally", "original");
    /** Words of questions about what was, or about all there ever was. */
    private static final Set<String> PAST = Set.of(
            "did",
            "had",
            "were",
            "happened",
            "ago",
            "before",
            "previous",
            "previously",
            "formerly",
            "old",
            "earlier",
            "used",
            "history",
            "ever",
            "changes",
            "every",
            "all");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** A word that names a time says little about what happened then. */
    private static final double TIME_WORD = 0.3;

    private static final long MILLIS_A_DAY = 86_400_000;

    private final List<Days> spans = new ArrayList<>();
    private final List<String> timeWords = new ArrayList<>();
    private final LocalDate today;
    private final boolean latest;
    private final boolean earliest;
    private final boolean past;
    private String rest;

    private NamedTime(String question, LocalDate today) {
        this.today = today;
        this.rest = question.toLowerCase(Locale.ROOT);
        take(ISO, this::iso);
        take(MONTH, this::month);
        take(SEASON, this::season);
        take(AGO, this::ago);
        take(RELATIVE, this::relative);
        take(WEEKDAY, this::weekday);
        take(YEAR, found -> spans.add(Days.year(year(found.group(1)))));
        List<String> words =
                WORD.matcher(rest).results().map(found -> found.group()).toList();
        latest = words.stream().anyMatch(LATEST::contains);
        earliest = !latest && words.stream().anyMatch(EARLIEST::contains);
        past = earliest || !spans.isEmpty() || words.stream().anyMatch(PAST::contains);
        timeWords.addAll(LATEST);
        timeWords.addAll(EARLIEST);
    }

    static NamedTime in(String question, Instant now) {
        return new NamedTime(question, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    boolean wantsLatest() {
        return latest;
    }

    /** Whether the question is about what holds today, as most are, and not about a time, a history or the first. */
    boolean asksForNow() {
        return !past;
    }

    boolean wantsEarliest() {
        return earliest;
    }

    /** 1 within a time named, falling to 0 with distance from it; 0 when none was named. */
    double closeness(long occurredAt) {
        long day = Math.floorDiv(occurredAt, MILLIS_A_DAY);
        double closest = 0;
        for (Days span : spans) {
            closest = Math.max(closest, span.closeness(day));
        }
        return closest;
    }

    /** How much a word of the question counts as a word to be found. */
    double weight(String word) {
        return timeWords.contains(word.toLowerCase(Locale.ROOT)) ? TIME_WORD : 1;
    }

    private interface Reading {
        void of(Matcher found);
    }

    /** Reads every match and takes it out, so that "march last year" is not also a "last year". */
    private void take(Pattern pattern, Reading reading) {
        Matcher found = pattern.matcher(rest);
        StringBuilder left = new StringBuilder();
        while (found.find()) {
            int before = spans.size();
            try {
                reading.of(found);
            } catch (DateTimeException e) {
                // The 31st of June names no time.
            }
            if (spans.size() > before) {
                WORD.matcher(found.group()).results().forEach(word -> timeWords.add(word.group()));
                found.appendReplacement(left, " ");
            }
        }
        found.appendTail(left);
        rest = left.toString();
    }

    private void iso(Matcher found) {
        int year = Integer.parseInt(found.group(1));
        int month = Integer.parseInt(found.group(2));
        spans.add(
                found.group(3) == null
                        ? Days.month(year, month)
                        : Days.day(LocalDate.of(year, month, Integer.parseInt(found.group(3)))));
    }

    private void month(Matcher found) {
        String name = found.group(3);
        boolean dated = found.group(2) != null || found.group(4) != null || found.group(5) != null;
        // "may", "march" and "mar" are words of their own; alone they are a time only when something says so.
        if (Set.of("may", "march", "mar", "jan").contains(name) && !dated && found.group(1) == null) {
            return;
        }
        int month = 1 + "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.substring(0, 3)) / 3;
        int year = found.group(5) != null
                ? year(found.group(5))
                : today.getYear() - (month > today.getMonthValue() ? 1 : 0);
        String day = found.group(2) != null ? found.group(2) : found.group(4);
        spans.add(
                day == null
                        ? Days.month(year, month)
                        : Days.day(LocalDate.of(year, Month.of(month), Integer.parseInt(day))));
    }

    private void season(Matcher found) {
        boolean certain = found.group(1) != null || found.group(3) != null;
        if (!certain) {
            return;
        }
        int start = switch (found.group(2)) {
            case "spring" -> 3;
            case "summer" -> 6;
            case "winter" -> 12;
            default -> 9;
        };
        int year = found.group(3) != null
                ? year(found.group(3))
                : today.getYear() - (start > today.getMonthValue() ? 1 : 0);
        LocalDate first = LocalDate.of(year, start, 1);
        spans.add(new Days(first, first.plusMonths(3).minusDays(1)));
    }

    private void ago(Matcher found) {
        String written = found.group(1);
        int count = Character.isDigit(written.charAt(0))
                ? Integer.parseInt(written)
                : Math.max(1, NUMBERS.indexOf(written));
        spans.add(
                switch (found.group(2)) {
                    case "day" -> Days.day(today.minusDays(count));
                    case "week" -> new Days(today.minusDays(7L * count + 3), today.minusDays(7L * count - 3));
                    case "month" ->
                        new Days(
                                today.minusMonths(count).minusDays(15),
                                today.minusMonths(count).plusDays(15));
                    default ->
                        new Days(
                                today.minusYears(count).minusMonths(3),
                                today.minusYears(count).plusMonths(3));
                });
    }

    private void relative(Matcher found) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        spans.add(
                switch (found.group()) {
                    case "today" -> Days.day(today);
                    case "yesterday" -> Days.day(today.minusDays(1));
                    case "this week" -> new Days(monday, today);
                    case "last week" -> new Days(monday.minusDays(7), monday.minusDays(1));
                    case "past week" -> new Days(today.minusDays(7), today);
                    case "this month" -> Days.month(today.getYear(), today.getMonthValue());
                    case "last month" ->
                        Days.month(
                                today.minusMonths(1).getYear(),
                                today.minusMonths(1).getMonthValue());
                    default -> new Days(today.minusMonths(1), today);
                });
    }

    private void weekday(Matcher found) {
        DayOfWeek day = DayOfWeek.valueOf(found.group(1).toUpperCase(Locale.ROOT));
        spans.add(Days.day(today.with(TemporalAdjusters.previousOrSame(day))));
    }

    private int year(String written) {
        return switch (written) {
            case "last year" -> today.getYear() - 1;
            case "this year" -> today.getYear();
            default -> Integer.parseInt(written);
        };
    }
}
