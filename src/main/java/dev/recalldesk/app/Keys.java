package dev.recalldesk.app;

import java.util.Locale;
import java.util.Map;

/** Key combinations as people read them. */
final class Keys {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    private static final Map<String, String> NAMES = Map.of("Enter", "↵", "Plus", "+", "Minus", "−", "Comma", ",");

    private Keys() {}

    /** "Shortcut+Shift+Enter" becomes "Ctrl Shift ↵", or "⌘ ⇧ ↵" on a Mac. */
    static String written(String combination) {
        StringBuilder written = new StringBuilder();
        for (String part : combination.split("\\+", -1)) {
            written.append(written.isEmpty() ? "" : " ").append(name(part));
        }
        return written.toString();
    }

    private static String name(String part) {
        return switch (part) {
            case "Shortcut" -> MAC ? "⌘" : "Ctrl";
            case "Shift" -> MAC ? "⇧" : "Shift";
            default -> NAMES.getOrDefault(part, part);
        };
    }
}
