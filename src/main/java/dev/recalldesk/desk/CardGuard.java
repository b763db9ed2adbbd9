package dev.recalldesk.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what looks like the number of a payment card: 13 to 19 digits, grouped or not, with a right check digit. */
public final class CardGuard {
    private static final int FEWEST = 13;
    private static final int MOST = 19;
    private static final int LEFT_READABLE = 4;
    private static final Pattern RUN = Pattern.compile("[0-9]+(?:[ \\-.\\u00a0][0-9]+)*");
    private static final Pattern GROUP = Pattern.compile("[0-9]+");

    private CardGuard() {}

    /** A card number in a text, from {@code start} to before {@code end}. */
    public record Card(int start, int end, String digits) {
        /** What may stay readable. */
        public String lastDigits() {
            return digits.substring(digits.length() - LEFT_READABLE);
        }
    }

    /** The first card number that the agent has not said to be something else. */
    public static Optional<Card> find(String text, Set<String> notCards) {
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            Optional<Card> card = in(text, run.start(), run.end(), notCards);
            if (card.isPresent()) {
                return card;
            }
        }
        return Optional.empty();
    }

    /** The text with all digits of the card but the last four replaced; its length stays the same. */
    public static String mask(String text, Card card) {
        StringBuilder masked = new StringBuilder(text);
        int readable = LEFT_READABLE;
        for (int i = card.end() - 1; i >= card.start(); i--) {
            if (digit(text.charAt(i)) && readable-- <= 0) {
                masked.setCharAt(i, '•');
            }
        }
        return masked.toString();
    }

    /** A card may stand beside other numbers, so every row of whole groups is tried. */
    private static Optional<Card> in(String text, int start, int end, Set<String> notCards) {
        List<int[]> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(text).region(start, end);
        while (group.find()) {
            groups.add(new int[] {group.start(), group.end()});
        }
        for (int first = 0; first < groups.size(); first++) {
            StringBuilder digits = new StringBuilder();
            for (int last = first; last < groups.size() && digits.length() <= MOST; last++) {
                digits.append(text, groups.get(last)[0], groups.get(last)[1]);
                String number = digits.toString();
                if (card(number) && !notCards.contains(number)) {
                    return Optional.of(new Card(groups.get(first)[0], groups.get(last)[1], number));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean card(String number) {
        return number.length() >= FEWEST && number.length() <= MOST && checked(number);
    }

    /** Luhn's check, ISO/IEC 7812-1: every second digit from the right counts twice. */
    private static boolean checked(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
