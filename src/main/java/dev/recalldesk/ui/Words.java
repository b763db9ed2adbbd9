package dev.recalldesk.ui;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and sentences as a person reads them. Pure functions. */
public final class Words {
    private Words() {}

    /** A technical name in words: {@code openOrders}, {@code open_orders} and {@code OpenOrders} are "Open orders". */
    public static String of(String name) {
        String spaced = name.replaceAll("[_\\-.\\s]+", " ")
                .replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
                .strip();
        if (spaced.isEmpty()) {
            return name;
        }
        String words = Stream.of(spaced.split(" ")).map(Words::small).collect(Collectors.joining(" "));
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }

    /** The first sentence of a text. */
    public static String firstSentence(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(line);
        int end = sentences.next();
        return end == BreakIterator.DONE ? line : line.substring(0, end).strip();
    }

    /** An abbreviation such as VAT or ID keeps its capitals. */
    private static String small(String word) {
        boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return abbreviation ? word : word.toLowerCase(Locale.ROOT);
    }
}
