package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Colours stand in the theme files alone, and sizes grow with the text. */
class ThemeTest {
    private static final Path STYLES = Path.of("src/main/resources/dev/recalldesk/ui");
    private static final Pattern VALUE = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsb\\(");
    private static final Pattern FONT_IN_PIXELS = Pattern.compile("-fx-font-size:\\s*[0-9.]+px");

    @Test
    void coloursAreNamedByRole() throws IOException {
        assertThat(offending(styles(), VALUE)).isEmpty();
    }

    @Test
    void textSizesAreRelative() throws IOException {
        assertThat(offending(styles(), FONT_IN_PIXELS)).isEmpty();
    }

    @Test
    void noViewSetsAStyleOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(offending(
                            files.filter(f -> f.toString().endsWith(".java")).toList(), Pattern.compile("setStyle\\(")))
                    .isEmpty();
        }
    }

    @Test
    void bothThemesNameTheSameColours() throws IOException {
        assertThat(names("tokens-light.css"))
                .isEqualTo(names("tokens-dark.css"))
                .isNotEmpty();
    }

    private static List<String> names(String file) throws IOException {
        return Files.readAllLines(STYLES.resolve(file)).stream()
                .filter(line -> line.contains(":"))
                .map(line -> line.substring(0, line.indexOf(':')).strip())
                .filter(name -> name.startsWith("-"))
                .toList();
    }

    private static List<Path> styles() throws IOException {
        try (Stream<Path> files = Files.list(STYLES)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("tokens-"))
                    .toList();
        }
    }

    private static List<String> offending(List<Path> files, Pattern pattern) throws IOException {
        List<String> found = new java.util.ArrayList<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                if (pattern.matcher(line).find()) {
                    found.add(file.getFileName() + ": " + line.strip());
                }
            }
        }
        return found;
    }
}
