package dev.recalldesk.memory.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The shortenings agents write in their notes ("appt", "pd", "DD"), written out. Notes are half of a memory and the model of
 * meaning was not trained on them. Thread-safe.
 */
final class Shorthand {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}{2,8}(?![\\p{L}\\p{N}])");
    private static final Map<String, String> WORDS = read();

    private Shorthand() {}

    /** By shortening, in lower case, what it stands for. */
    static Map<String, String> words() {
        return WORDS;
    }

    /** The text with every shortening written out and everything else as it is. */
    static String writtenOut(String text) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        WORDS.getOrDefault(found.group().toLowerCase(Locale.ROOT), found.group())));
    }

    private static Map<String, String> read() {
        try (InputStream list = Shorthand.class.getResourceAsStream("shorthand.properties")) {
            if (list == null) {
                throw new FileNotFoundException("shorthand.properties");
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(list, StandardCharsets.UTF_8));
            return words.stringPropertyNames().stream().collect(Collectors.toMap(word -> word, words::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
