package dev.recalldesk.server;

import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages on the wire. */
final class Pages {
    private Pages() {}

    /** Adds a page of objects to an answer, under the key its {@code meta} names. */
    static <T> ObjectNode objects(String key, Listing asked, Page<T> page, Function<? super T, ObjectNode> toJson) {
        ObjectNode answer = Wire.object();
        ArrayNode items = answer.putArray(key);
        page.items().forEach(item -> items.add(toJson.apply(item)));
        return asked.meta(answer, key, page);
    }

    static ObjectNode texts(String key, Listing asked, Page<String> page) {
        ObjectNode answer = Wire.object();
        ArrayNode items = answer.putArray(key);
        page.items().forEach(items::add);
        return asked.meta(answer, key, page);
    }

    /**
     * A page of a list that is short enough to be read whole, ordered by a key no two items share. The token is the key
     * beside the page, so an item that comes or goes meanwhile neither repeats nor hides another.
     *
     * @param list tells tokens of this list from those of others
     */
    static <T> Page<T> cut(String list, Collection<T> all, Function<T, String> key, Listing listing) {
        PageRequest asked = listing.page();
        String next = list + "|" + asked.order() + "|n|";
        String previous = list + "|" + asked.order() + "|p|";
        String place = asked.token() == null ? next : text(asked.token());
        boolean back = place.startsWith(previous);
        if (!back && !place.startsWith(next)) {
            throw Problem.invalid("pageToken", "This page token was not made by this list.");
        }
        String beside = place.substring(next.length());
        boolean newestFirst = asked.order() == PageRequest.Order.NEWEST_FIRST;
        Comparator<String> order = newestFirst != back ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<T> rest = all.stream()
                .filter(item -> beside.isEmpty() || order.compare(key.apply(item), beside) > 0)
                .sorted(Comparator.comparing(key, order))
                .limit(asked.size() + 1L)
                .toList();
        boolean more = rest.size() > asked.size();
        List<T> found = more ? rest.subList(0, asked.size()) : rest;
        if (found.isEmpty()) {
            return new Page<>(found, null);
        }
        List<T> items = back ? found.reversed() : found;
        return new Page<>(
                items,
                back || more ? token(next + key.apply(items.getLast())) : null,
                (back ? more : !beside.isEmpty()) ? token(previous + key.apply(items.getFirst())) : null);
    }

    private static String token(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
