package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.NotTheService.Sign;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists on the wire, which come page by page. */
final class PageJson {
    /** More pages than the longest list that is ever read whole. */
    private static final int MOST_PAGES = 50;

    private PageJson() {}

    /**
     * Adds which page is wanted.
     *
     * @param most what a page of this list holds at the most
     */
    static Path ask(Path list, PageRequest page, int most) {
        return list.with("pageSize", Integer.toString(Math.min(page.size(), most)))
                .with("pageToken", page.token());
    }

    /** The same for a list that can also be read from its other end. */
    static Path askOrdered(Path list, PageRequest page, int most) {
        boolean oldest = page.order() == PageRequest.Order.OLDEST_FIRST;
        return ask(list, page, most).with("orderBy", oldest ? "ASC" : "DESC");
    }

    /** @param reading one item; {@code null} passes it over */
    static <T> Page<T> read(Fields answer, String name, Function<JsonNode, @Nullable T> reading) {
        return new Page<>(answer.each(name, reading), token(answer, "nextToken"), token(answer, "previousToken"));
    }

    private static @Nullable String token(Fields answer, String name) {
        return answer.object("meta").flatMap(meta -> meta.firstText(name)).orElse(null);
    }

    /** The same for items that are objects; others are passed over. */
    static <T> Page<T> objects(Fields answer, String name, Function<Fields, @Nullable T> reading) {
        return read(answer, name, item -> item instanceof ObjectNode object ? reading.apply(new Fields(object)) : null);
    }

    static Page<String> texts(Fields answer, String name) {
        return read(answer, name, item -> item.isString() ? item.stringValue() : null);
    }

    /** Everything in a list that is short. */
    static <T> List<T> all(Function<@Nullable String, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        @Nullable String token = null;
        for (int read = 0; read < MOST_PAGES; read++) {
            Page<T> page = pages.apply(token);
            all.addAll(page.items());
            if (page.nextToken() == null || Objects.equals(token, page.nextToken())) {
                return all;
            }
            token = page.nextToken();
        }
        throw new NotTheService(Sign.STRANGE, "A list does not end", null, false);
    }
}
