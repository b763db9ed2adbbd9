package dev.recalldesk.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every word the user reads comes from here. Thread-safe. */
public final class Text {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages", Locale.ROOT);

    private Text() {}

    /**
     * The message with this key, its placeholders filled.
     *
     * @param args as in {@link MessageFormat}; in a message with placeholders a quote is written twice
     */
    public static String get(String key, Object... args) {
        String pattern = BUNDLE.getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(args);
    }
}
