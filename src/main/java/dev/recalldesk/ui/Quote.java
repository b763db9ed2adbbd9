package dev.recalldesk.ui;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A remembered sentence as it is quoted outside its list: never without its date. Pure functions. */
public final class Quote {
    private Quote() {}

    /** For a note: the fact and the day it is from. */
    public static String dated(String fact, Instant then, ZoneId zone) {
        return Text.get("quote.dated", fact, Ages.date(then, zone));
    }

    /** For the clipboard: the fact, who said so, and the day. */
    public static String sourced(String fact, @Nullable String source, Instant then, ZoneId zone) {
        if (source == null) {
            return dated(fact, then, zone);
        }
        String author = Origin.author(source);
        String origin = Origin.of(source).word();
        String said = author.isEmpty() ? origin : Text.get("quote.by", origin, author);
        return Text.get("quote.sourced", fact, said, Ages.date(then, zone));
    }
}
