package dev.recalldesk.context;

import dev.recalldesk.desk.CallerContext;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;

/** A context for a language model: what is remembered stands in a fence and is called data. Pure functions. */
public final class ContextPrompt {
    private static final int MARK_DIGITS = 12;

    private ContextPrompt() {}

    /**
     * The text of {@link ContextText} within a fence, after a few sentences on what it is. The mark of the fence is made
     * of the text it encloses and does not occur in it, so nothing remembered can close the fence, and whoever wrote a part
     * of it could not know the mark.
     */
    public static String of(CallerContext known, ZoneId zone) {
        String data = ContextText.of(known, zone);
        String mark = mark(data);
        StringBuilder prompt = new StringBuilder();
        prompt.append(Text.get("context.prompt.about", Ages.exact(known.asOf(), zone)));
        if (known.redacted()) {
            prompt.append(' ').append(Text.get("context.prompt.masked"));
        }
        return prompt.append('\n')
                .append(Text.get("context.prompt.data", mark))
                .append("\n\n")
                .append(Text.get("context.prompt.begin", mark))
                .append('\n')
                .append(data)
                .append('\n')
                .append(Text.get("context.prompt.end", mark))
                .toString();
    }

    /** Twelve hexadecimal digits that do not occur in the text. */
    private static String mark(String data) {
        String mark = digest(data);
        while (data.contains(mark)) {
            mark = digest(mark + data);
        }
        return mark;
    }

    private static String digest(String data) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(data.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MARK_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
