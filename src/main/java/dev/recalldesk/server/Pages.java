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
        return asked.meta(answer, key, page.nextToken());
    }

    static ObjectNode texts(String key, Listing asked, Page<String> page) {
        ObjectNode answer = Wire.object();
        ArrayNode items = answer.putArray(key);
        page.items().forEach(items::add);
        return asked.meta(answer, key, page.nextToken());
    }

    /**
     * A page of a list that is short enough to be read whole, ordered by a key no two items share. The token is the last
     * key seen, so an item that comes or goes meanwhile neither repeats nor hides another.
     *
     * @param list tells tokens of this list from those of others
     */
    static <T> Page<T> cut(String list, Collection<T> all, Function<T, String> key, Listing listing) {
        PageRequest asked = listing.page();
        Comparator<String> order =
                asked.order() == PageRequest.Order.NEWEST_FIRST ? Comparator.reverseOrder() : Comparator.naturalOrder();
        String prefix = list + "|" + asked.order() + "|";
        String after = asked.token() == null ? null : after(prefix, asked.token());
        List<T> rest = all.stream()
                .filter(item -> after == null || order.compare(key.apply(item), after) > 0)
                .sorted(Comparator.comparing(key, order))
                .limit(asked.size() + 1L)
                .toList();
        if (rest.size() <= asked.size()) {
            return new Page<>(rest, null);
        }
        List<T> items = rest.subList(0, asked.size());
        byte[] token = (prefix + key.apply(items.getLast())).getBytes(StandardCharsets.UTF_8);
        return new Page<>(items, Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    private static String after(String prefix, String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(prefix)) {
                return text.substring(prefix.length());
            }
        } catch (IllegalArgumentException e) {
            // Told below like any other token this list did not make.
        }
        throw Problem.invalid("pageToken", "This page token was not made by this list.");
    }
}
