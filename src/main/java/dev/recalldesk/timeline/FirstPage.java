package dev.recalldesk.timeline;

import dev.recalldesk.memory.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The first page of a list as it is now, beside what was read before. */
final class FirstPage {
    private final Page<Row.Entry> page;
    private final Set<String> there;
    private final Instant since;

    FirstPage(Page<Row.Entry> page) {
        this.page = page;
        there = page.items().stream().map(Row.Entry::id).collect(Collectors.toSet());
        since = page.nextToken() == null || page.items().isEmpty()
                ? Instant.MIN
                : page.items().getLast().createdAt();
    }

    /**
     * Its entries of these ids, as they are now.
     *
     * @param shown those that are shown; of them what was just saved still is
     */
    Map<String, Row.Entry> of(Set<String> known, List<Row.Entry> shown) {
        Map<String, Row.Entry> found = page.items().stream()
                .filter(entry -> known.contains(entry.id()))
                .collect(Collectors.toMap(Row.Entry::id, entry -> entry, (one, other) -> other, HashMap::new));
        for (Row.Entry entry : shown) {
            if (entry instanceof Row.Fact fact && fact.justSaved()) {
                found.computeIfPresent(fact.id(), (id, now) -> new Row.Fact(((Row.Fact) now).observation(), true));
            }
        }
        return found;
    }

    /** Whether this entry would have to be in it and is not. */
    boolean lacks(Row.Entry entry) {
        return entry.createdAt().isAfter(since) && !there.contains(entry.id());
    }
}
