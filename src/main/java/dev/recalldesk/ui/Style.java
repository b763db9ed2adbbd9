package dev.recalldesk.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The style sheets of a look. A size of text is a style sheet too: it alone sets the font size of the root, from which
 * every em follows, in pop-ups as well.
 *
 * @param dark whether the dark theme is shown
 * @param textScale 0.8 to 2.0
 */
public record Style(boolean dark, double textScale) {
    private static final int ROOT_SIZE = 13;

    public Style {
        textScale = Math.clamp(textScale, 0.8, 2.0);
    }

    /** The base theme of all controls. */
    public String userAgentStylesheet() {
        Theme theme = dark ? new PrimerDark() : new PrimerLight();
        return theme.getUserAgentStylesheet();
    }

    /** What a scene adds to it, in order. */
    public List<String> stylesheets() {
        String size = String.format(Locale.ROOT, ".root{-fx-font-size:%.2fpx;}", ROOT_SIZE * textScale);
        String encoded = Base64.getEncoder().encodeToString(size.getBytes(StandardCharsets.UTF_8));
        return List.of(
                file(dark ? "tokens-dark.css" : "tokens-light.css"),
                file("desk.css"),
                file("calls.css"),
                file("memory.css"),
                file("profile.css"),
                file("notes.css"),
                file("settings.css"),
                file("app.css"),
                "data:text/css;base64," + encoded);
    }

    /** Pixels of so many em at this text size. */
    public double em(double em) {
        return em * ROOT_SIZE * textScale;
    }

    private static String file(String name) {
        return Objects.requireNonNull(Style.class.getResource(name)).toExternalForm();
    }
}
