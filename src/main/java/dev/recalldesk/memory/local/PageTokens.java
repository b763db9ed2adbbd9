package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure.Invalid;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: the time and key of the item beside it. What is written meanwhile neither repeats nor hides an item. A
 * token carries a fingerprint of the list it was made for and is refused by every other.
 *
 * @param back whether the page before the place is asked for, not the one after it
 * @param afterTime milliseconds of the item beside the place; {@code null} at the start
 * @param afterKey what tells items of one millisecond apart
 */
record PageTokens(
        String fingerprint,
        boolean newestFirst,
        int size,
        boolean back,
        @Nullable Long afterTime,
        String afterKey) {
    private static final Pattern TOKEN =
            Pattern.compile("2\\|([0-9a-f]{8})\\|([np])\\|(-?\\d{1,18})\\|(.{1,200})", Pattern.DOTALL);
    private static final int MAX_TOKEN = 4096;

    /** @param list what tells this list from all others: its kind, its owner and its filters */
    static PageTokens read(PageRequest request, int cap, @Nullable Object... list) {
        boolean newestFirst = request.order() == PageRequest.Order.NEWEST_FIRST;
        String fingerprint = "%08x".formatted(Objects.hash(Arrays.deepToString(list), newestFirst));
        int size = Math.min(request.size(), cap);
        if (request.token() == null) {
            return new PageTokens(fingerprint, newestFirst, size, false, null, "");
        }
        Matcher parts = TOKEN.matcher(decode(request.token()));
        if (!parts.matches() || !parts.group(1).equals(fingerprint)) {
            throw new Invalid("pageToken", "This page token was not made by this list.");
        }
        return new PageTokens(
                fingerprint,
                newestFirst,
                size,
                parts.group(2).equals("p"),
                Long.valueOf(parts.group(3)),
                parts.group(4));
    }

    private static String decode(String token) {
        try {
            return token.length() > MAX_TOKEN
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * The end of a query whose WHERE has begun: place, order and one row more than the page, so that the last page is
     * known as such. Both columns come from this program, never from a caller.
     */
    String sql(String timeColumn, String keyColumn) {
        boolean descending = newestFirst != back;
        String direction = descending ? " DESC" : " ASC";
        String compare = descending ? "<" : ">";
        return (afterTime == null
                        ? ""
                        : " AND (" + timeColumn + ", " + keyColumn + ") " + compare + " (:afterTime, :afterKey)")
                + " ORDER BY " + timeColumn + direction + ", " + keyColumn + direction + " LIMIT " + (size + 1);
    }

    /** @param rows as the query gave them, so backwards when the page before is asked for */
    <T> Page<T> page(List<T> rows, Function<T, Long> time, Function<T, String> key) {
        boolean more = rows.size() > size;
        List<T> found = more ? rows.subList(0, size) : rows;
        if (found.isEmpty()) {
            return new Page<>(found, null);
        }
        List<T> items = back ? found.reversed() : found;
        return new Page<>(
                items,
                back || more ? token("n", items.getLast(), time, key) : null,
                (back ? more : afterTime != null) ? token("p", items.getFirst(), time, key) : null);
    }

    private <T> String token(String way, T beside, Function<T, Long> time, Function<T, String> key) {
        String token = "2|" + fingerprint + "|" + way + "|" + time.apply(beside) + "|" + key.apply(beside);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }
}
