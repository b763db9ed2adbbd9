package dev.recalldesk.context;

import java.util.Currency;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds figures that identify nobody: dates, times, years, prices and decimals. Pure functions. */
final class Figures {
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String CLOCK = "\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?";
    private static final String ALONE = "(?<![\\p{L}\\p{N}])(?<!\\p{N}[-./,])";
    private static final String ENDS = "(?![\\p{L}\\p{N}])(?![-./,]\\p{N})";
    private static final String AMOUNT = "\\d{1,9}(?:[.,'\\u2019]\\d{3})*(?:[.,]\\d{1,2})?(?!\\d)";
    private static final String SPACED = "\\d{1,3}(?:[\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?";
    private static final String MONEY = "(?:\\p{Sc}|"
            + Currency.getAvailableCurrencies().stream()
                    .map(currency -> "\\b" + currency.getCurrencyCode() + "\\b")
                    .sorted()
                    .collect(Collectors.joining("|"))
            + ")";

    private static final List<Pattern> HARMLESS = List.of(
            // 2026-11-24, 2026-11-24T14:05:11Z, 2026/11/24, 20261124
            Pattern.compile(ALONE + YEAR + "([-./])" + MONTH + "\\1" + DAY + "(?:[T ]" + CLOCK + ")?" + ENDS),
            Pattern.compile(ALONE + YEAR + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:T\\d{4,6}Z?)?" + ENDS),
            // 24.11.2026, 24/11/26, 11/24/2026
            Pattern.compile(ALONE + DAY + "([-./])" + MONTH + "\\1(?:" + YEAR + "|\\d\\d)" + ENDS),
            Pattern.compile(ALONE + MONTH + "([-./])" + DAY + "\\1(?:" + YEAR + "|\\d\\d)" + ENDS),
            // 2023-2026
            Pattern.compile(ALONE + YEAR + "[-/\\u2013]" + YEAR + ENDS),
            // $1,234,567.89, EUR 12000000, $1500-2000
            Pattern.compile(MONEY + "\\s?" + AMOUNT + "(?:\\s?[-\\u2013]\\s?\\p{Sc}?" + AMOUNT + ")?"),
            // 1.234.567,89 €, 12000000 EUR
            Pattern.compile(ALONE + "(?:" + SPACED + "|" + AMOUNT + ")\\s?" + MONEY),
            // 1234567.89
            Pattern.compile(ALONE + "\\d{1,9}[.,]\\d{2}" + ENDS));

    private Figures() {}

    static List<MatchResult> in(CharSequence text) {
        return HARMLESS.stream().flatMap(pattern -> results(pattern, text)).toList();
    }

    private static Stream<MatchResult> results(Pattern pattern, CharSequence text) {
        return pattern.matcher(text.toString()).results();
    }
}
