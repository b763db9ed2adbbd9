package dev.recalldesk.desk;

import dev.recalldesk.desk.CustomerDirectory.Match;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A customer, prepared for being found.
 *
 * @param foldedName the name without case and accents, letter for letter as long as the name
 * @param digits of the number, with its country code
 */
record DirectoryEntry(Customer customer, String name, String foldedName, String phone, String digits) {
    private static final int LONGEST_COUNTRY_CODE = 3;

    static DirectoryEntry of(Customer customer) {
        String name = customer.name().orElse("");
        String phone = customer.profile().text("Contact", "phone").orElse("");
        return new DirectoryEntry(customer, name, fold(name), phone, digits(phone));
    }

    /** What was typed, as a question to every entry; nothing when nothing was typed. */
    static Optional<Function<DirectoryEntry, Optional<Match>>> question(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.chars().anyMatch(Character::isLetter)) {
            List<String> words = Arrays.asList(fold(text).split("\\s+", -1));
            return Optional.of(entry -> entry.byName(words));
        }
        // a trunk prefix (030 …) is not part of the number as it is kept
        String digits = digits(text).replaceFirst("^0+", "");
        return digits.isEmpty() ? Optional.empty() : Optional.of(entry -> entry.byNumber(digits));
    }

    private Optional<Match> byName(List<String> words) {
        boolean all = words.stream().allMatch(word -> wordStart(word) >= 0);
        if (!all) {
            return Optional.empty();
        }
        String first = words.getFirst();
        int from = wordStart(first);
        return Optional.of(new Match(customer, name, from, from + first.length()));
    }

    private int wordStart(String word) {
        for (int at = foldedName.indexOf(word); at >= 0; at = foldedName.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(foldedName.charAt(at - 1))) {
                return at;
            }
        }
        return -1;
    }

    private Optional<Match> byNumber(String typed) {
        for (int skipped = 0; skipped <= LONGEST_COUNTRY_CODE; skipped++) {
            if (digits.startsWith(typed, skipped)) {
                return Optional.of(
                        new Match(customer, phone, position(skipped), position(skipped + typed.length() - 1) + 1));
            }
        }
        return Optional.empty();
    }

    /** Where the digit with this number stands in the phone number as it is written. */
    private int position(int digit) {
        int left = digit;
        for (int at = 0; at < phone.length(); at++) {
            if (Character.isDigit(phone.charAt(at)) && left-- == 0) {
                return at;
            }
        }
        return phone.length();
    }

    private static String digits(String text) {
        return text.chars()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            String letter = Normalizer.normalize(text.substring(at, at + 1), Normalizer.Form.NFD);
            folded.append(letter.substring(0, 1).toLowerCase(Locale.ROOT).charAt(0));
        }
        return folded.toString();
    }
}
