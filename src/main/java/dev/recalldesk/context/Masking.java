package dev.recalldesk.context;

import dev.recalldesk.desk.CardGuard;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.ui.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Masks one text. What was found is taken out of the sight of those that look after it, so the order decides: dates and
 * prices are set aside before anything looks for numbers.
 */
final class Masking {
    /** Neither letter nor digit, so that nothing reaches over it. */
    private static final String SEEN = "\uFFFC";

    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_DIGITS_IN_GROUPS = 9;
    private static final int FEWEST_DIGITS_OF_ID = 6;

    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)*+");
    private static final Pattern IBAN = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?![\\p{L}\\p{N}])");
    private static final Pattern MEMORY_ID = Pattern.compile("(?:mem|conv|comms)_[a-z]+_[0-9a-z]{26}");
    /** Digits in one run, or apart by dashes or dots. */
    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])\\p{Nd}++(?:[-.]\\p{Nd}++(?!\\p{L}))*+(?![\\p{L}\\p{Nd}])");
    /** Digits in groups apart by spaces; shorter groups are figures that happen to stand side by side. */
    private static final Pattern GROUPS =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])\\p{Nd}{3,}+(?:[ ]\\p{Nd}{3,}+(?![\\p{L}\\p{Nd}]))++");

    private static final Pattern YEARS = Pattern.compile("(?:19|20)\\d\\d(?: (?:19|20)\\d\\d)*");
    private static final Pattern ID =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])[\\p{L}\\p{Nd}]++(?:[_-][\\p{L}\\p{Nd}]++)*+");

    /** Something to be masked, from {@code start} to before {@code end}. */
    private record Span(int start, int end, String mask) {}

    private final StringBuilder sight;
    private final List<Span> found = new ArrayList<>();

    private Masking(String text) {
        sight = new StringBuilder(text);
    }

    static String of(String text, PhoneNumbers phones) {
        Masking masking = new Masking(text);
        masking.look(phones);
        return masking.applied(text);
    }

    private void look(PhoneNumbers phones) {
        each(EMAIL, match -> true, Text.get("context.masked.email"));
        Figures.in(sight).forEach(harmless -> hide(harmless.start(), harmless.end()));
        cards();
        String number = Text.get("context.masked.number");
        each(IBAN, Masking::checked, number);
        each(MEMORY_ID, match -> true, number);
        String phone = Text.get("context.masked.phone");
        phones.find(sight.toString()).forEach(span -> take(span.start(), span.end(), phone));
        each(GROUPS, Masking::isNumber, number);
        each(RUN, match -> digits(match) >= FEWEST_DIGITS, number);
        each(ID, match -> digits(match) >= FEWEST_DIGITS_OF_ID, number);
    }

    private void cards() {
        Optional<CardGuard.Card> card = CardGuard.find(sight.toString(), Set.of());
        while (card.isPresent()) {
            take(card.get().start(), card.get().end(), Text.get("context.masked.card"));
            card = CardGuard.find(sight.toString(), Set.of());
        }
    }

    private void each(Pattern pattern, Predicate<MatchResult> counts, String mask) {
        pattern.matcher(sight.toString())
                .results()
                .filter(counts)
                .forEach(match -> take(match.start(), match.end(), mask));
    }

    private void take(int start, int end, String mask) {
        if (sight.substring(start, end).contains(SEEN)) {
            return;
        }
        found.add(new Span(start, end, mask));
        hide(start, end);
    }

    private void hide(int start, int end) {
        sight.replace(start, end, SEEN.repeat(end - start));
    }

    private String applied(String text) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        found.sort(Comparator.comparingInt(Span::start));
        for (Span span : found) {
            masked.append(text, from, span.start()).append(span.mask());
            from = span.end();
        }
        return masked.append(text.substring(from)).toString();
    }

    private static boolean isNumber(MatchResult groups) {
        return digits(groups) >= FEWEST_DIGITS_IN_GROUPS
                && !YEARS.matcher(groups.group()).matches();
    }

    private static long digits(MatchResult match) {
        return match.group().codePoints().filter(Character::isDigit).count();
    }

    /** The check of an IBAN, ISO 13616: the first four characters moved to the end, letters as 10 to 35, rest 1 of 97. */
    private static boolean checked(MatchResult match) {
        String iban = match.group().replace(" ", "");
        String moved = iban.substring(4) + iban.substring(0, 4);
        int rest = 0;
        for (int at = 0; at < moved.length(); at++) {
            int value = Character.digit(moved.charAt(at), Character.MAX_RADIX);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }
}
