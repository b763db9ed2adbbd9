package dev.recalldesk.server;

import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which page of which list a request asks for. A page token carries the filters and the order of its list, because there
 * are clients that hand back the token and nothing else. It is sealed: one that was altered or made up is refused.
 *
 * @param page as the memory understands it
 * @param filters by name, from the address or else from the token
 */
record Listing(PageRequest page, Map<String, String> filters) {
    /** Where something comes from, and which conversation it belongs to, as lists are narrowed by them. */
    static final Pattern SOURCE = Pattern.compile("[a-zA-Z0-9 _./-]{1,100}");

    static final Pattern CONVERSATION = Pattern.compile("(conv|comms)_conversation_[0-7][0-9a-z]{25}");
    private static final int DEFAULT_PAGE = 50;
    private static final int MAX_TOKEN = 4096;
    private static final String ORDER = "orderBy";
    private static final String PLACE = "place";

    /**
     * Reads the request for a list whose order can be chosen.
     *
     * @param most the largest {@code pageSize} that is legal
     * @param cap the largest that is given
     * @param names the filters this list knows
     */
    static Listing of(Context ctx, int most, int cap, String... names) {
        return newestFirst(
                ctx,
                most,
                cap,
                Stream.concat(Stream.of(ORDER), Stream.of(names)).toArray(String[]::new));
    }

    /** The same for a list that knows one order and ignores the wish for another. */
    static Listing newestFirst(Context ctx, int most, int cap, String... names) {
        String token = ctx.queryParam("pageToken");
        Map<String, String> filters = token == null || token.isEmpty() ? new TreeMap<>() : read(token);
        String place = filters.remove(PLACE);
        filters.keySet().retainAll(Set.of(names));
        for (String name : names) {
            String value = ctx.queryParam(name);
            if (value != null) {
                filters.put(name, value);
            }
        }
        int size = size(ctx, most);
        return new Listing(new PageRequest(Math.min(size, cap), place, order(filters.get(ORDER))), filters);
    }

    private static int size(Context ctx, int most) {
        String asked = ctx.queryParam("pageSize");
        try {
            int size = asked == null ? DEFAULT_PAGE : Integer.parseInt(asked);
            if (size >= 1 && size <= most) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Told below like any other size that cannot be.
        }
        throw Problem.invalid("pageSize", "It must be a whole number between 1 and " + most + ".");
    }

    private static PageRequest.Order order(@Nullable String order) {
        return switch (order) {
            case "ASC" -> PageRequest.Order.OLDEST_FIRST;
            case "DESC" -> PageRequest.Order.NEWEST_FIRST;
            case null -> PageRequest.Order.NEWEST_FIRST;
            default -> throw Problem.invalid(ORDER, "It is ASC or DESC.");
        };
    }

    @Nullable
    String filter(String name) {
        return filters.get(name);
    }

    /** The same, refusing what can match nothing because it has another shape. */
    @Nullable
    String filter(String name, Pattern shape) {
        String value = filters.get(name);
        if (value != null && !shape.matcher(value).matches()) {
            throw Problem.invalid(name, "It must match " + shape + ".");
        }
        return value;
    }

    @Nullable
    Instant moment(String name) {
        String text = filters.get(name);
        return text == null ? null : Wire.looseMoment(name, text);
    }

    boolean flag(String name, boolean otherwise) {
        return Asked.flag(name, filters.get(name), otherwise);
    }

    /** Adds what clients need to go on: the name of the list, the size of the page, the tokens of its neighbours. */
    ObjectNode meta(ObjectNode answer, String key, Page<?> given) {
        ObjectNode meta = answer.putObject("meta").put("key", key).put("pageSize", page.size());
        if (given.nextToken() != null) {
            meta.put("nextToken", token(given.nextToken()));
        }
        if (given.previousToken() != null) {
            meta.put("previousToken", token(given.previousToken()));
        }
        return answer;
    }

    private String token(String place) {
        Map<String, String> token = new TreeMap<>(filters);
        token.put(PLACE, place);
        String text = token.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Seal.put(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> read(String token) {
        Map<String, String> parts = new TreeMap<>();
        try {
            byte[] text = Seal.open(Base64.getUrlDecoder().decode(token.length() > MAX_TOKEN ? "" : token));
            for (String part : text == null ? new String[0] : new String(text, StandardCharsets.UTF_8).split("&")) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    parts.put(
                            part.substring(0, equals),
                            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException e) {
            parts.clear();
        }
        if (!parts.containsKey(PLACE)) {
            throw Problem.invalid("pageToken", "This page token was not made by this list.");
        }
        return parts;
    }
}
