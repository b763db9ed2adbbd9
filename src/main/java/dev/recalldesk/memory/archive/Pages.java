package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whole lists out of pages. */
final class Pages {
    private Pages() {}

    static <T> List<T> all(Function<PageRequest, Page<T>> list, PageRequest first) {
        Page<T> page = list.apply(first);
        List<T> all = new ArrayList<>(page.items());
        @Nullable String before = null;
        // A page that leads to itself would never end.
        for (String token = page.nextToken(); token != null && !token.equals(before); token = page.nextToken()) {
            page = list.apply(first.after(token));
            all.addAll(page.items());
            before = token;
        }
        return all;
    }
}
