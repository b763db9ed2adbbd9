package dev.recalldesk.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/** Makes the program's own typefaces known to the toolkit. Called once, before the first window. */
public final class Fonts {
    private Fonts() {}

    /** Inter in the three weights of the design, and the icon font. */
    public static void load() {
        for (String weight : new String[] {"Regular", "Medium", "SemiBold"}) {
            load(Fonts.class.getResourceAsStream("/assets/fonts/Inter-" + weight + ".otf"));
        }
        load(new FeatherIkonHandler().getFontResourceAsStream());
    }

    private static void load(InputStream file) {
        try (InputStream font = Objects.requireNonNull(file)) {
            Objects.requireNonNull(Font.loadFont(font, 13), "a font of the program could not be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
