package dev.recalldesk.ui;

import java.util.Locale;

/** Where a fact comes from, read from its source. Shown by the edge of a chip and by a word, never by colour alone. */
public enum Origin {
    AGENT_NOTE("origin.agent", "agent"),
    AI_EXTRACTED("origin.extracted", "extracted"),
    IMPORTED("origin.imported", "imported"),
    GUESS("origin.guess", "guess");

    private final String key;
    private final String style;

    Origin(String key, String style) {
        this.key = key;
        this.style = style;
    }

    /** The origin a source stands for; what is neither an agent, an import nor a guess was extracted by the memory. */
    public static Origin of(String source) {
        String name = source.toLowerCase(Locale.ROOT);
        if (name.startsWith("agent.") || name.startsWith("recall-desk.")) {
            return AGENT_NOTE;
        }
        if (name.startsWith("import")) {
            return IMPORTED;
        }
        return name.contains("guess") ? GUESS : AI_EXTRACTED;
    }

    /** The agent's short name where an agent wrote it, else empty. */
    public static String author(String source) {
        return of(source) == AGENT_NOTE ? source.substring(source.lastIndexOf('.') + 1) : "";
    }

    public String word() {
        return Text.get(key);
    }

    String style() {
        return style;
    }
}
