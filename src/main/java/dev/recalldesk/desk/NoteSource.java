package dev.recalldesk.desk;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names the agent who wrote a note the way a memory allows. */
public final class NoteSource {
    private static final String PREFIX = "agent.";
    private static final int MAX_LENGTH = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ILLEGAL = Pattern.compile("[^a-z0-9_-]+");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

    private NoteSource() {}

    /**
     * {@code agent.} and the name in small letters without accents, its parts joined by dots: {@code Jo Döe} becomes
     * {@code agent.jo.doe}. A name without a single Latin letter or digit becomes {@code agent.unnamed}.
     */
    public static String of(String agentName) {
        String plain = MARKS.matcher(Normalizer.normalize(agentName, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("æ", "ae");
        String name = trimmed(ILLEGAL.matcher(plain).replaceAll("."));
        String fitting = trimmed(name.substring(0, Math.min(name.length(), MAX_LENGTH - PREFIX.length())));
        return PREFIX + (fitting.isEmpty() ? "unnamed" : fitting);
    }

    private static String trimmed(String name) {
        return EDGES.matcher(name).replaceAll("");
    }
}
