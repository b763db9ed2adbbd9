package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The message bundle and the program agree: every key used exists, every key that exists is used. */
class MessagesTest {
    private static final Path BUNDLE = Path.of("src/main/resources/messages.properties");
    private static final Pattern STRING = Pattern.compile("\"([^\"\\\\\\n]*)\"");
    private static final Pattern USE = Pattern.compile("(?:Text\\.get\\(\\s*\"|\\$\\{bundle:)([^\"}]+)[\"}]");

    @Test
    void everyKeyUsedExists() {
        Set<String> missing = new TreeSet<>(found(USE));
        missing.removeAll(keys());
        assertThat(missing)
                .as("add these lines to messages.properties:\n%s", String.join("=\n", missing) + "=")
                .isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> unused = new TreeSet<>(keys());
        unused.removeAll(found(STRING));
        unused.removeAll(found(USE));
        assertThat(unused).as("delete these keys from messages.properties").isEmpty();
    }

    @Test
    void everyMessageIsAPattern() {
        assertThat(messages().stringPropertyNames()).allSatisfy(key -> {
            String message = messages().getProperty(key);
            assertThat(message).as(key).isNotBlank();
            assertThat(new MessageFormat(message, Locale.ENGLISH).getFormats())
                    .as(key)
                    .isNotNull();
        });
    }

    @Test
    void noMessageShoutsOrBlames() {
        assertThat(messages().values().stream().map(String::valueOf))
                .noneMatch(message -> message.contains("!") || message.matches("(?i).*\\b(oops|success|ok)\\b.*"));
    }

    private static Set<String> keys() {
        return messages().stringPropertyNames();
    }

    private static Properties messages() {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLE)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static Set<String> found(Pattern pattern) {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> matches(pattern, file))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(file));
            return matcher.results().map(result -> result.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
