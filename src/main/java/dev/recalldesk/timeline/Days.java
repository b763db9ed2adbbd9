package dev.recalldesk.timeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts entries, newest first, and puts each day above its own. Pure functions. */
final class Days {
    /** Newest first; what happened at the same moment keeps the order of writing. */
    static final Comparator<Row.Entry> NEWEST_FIRST = Comparator.comparing(Row.Entry::at)
            .thenComparing(Row.Entry::createdAt)
            .reversed();

    private Days() {}

    static LocalDate of(Row.Entry entry, ZoneId zone) {
        return LocalDate.ofInstant(entry.at(), zone);
    }

    /**
     * The rows of sorted entries.
     *
     * @param before the day above the first of them, which needs no header again
     * @param open what is open below an entry, by its id
     */
    static List<Row> group(
            @Nullable LocalDate before,
            List<? extends Row.Entry> entries,
            Map<String, Row.Versions> open,
            ZoneId zone) {
        List<Row> rows = new ArrayList<>();
        LocalDate day = before;
        for (Row.Entry entry : entries) {
            LocalDate its = of(entry, zone);
            if (!its.equals(day)) {
                rows.add(new Row.Day(its));
                day = its;
            }
            rows.add(entry);
            Row.Versions below = open.get(entry.id());
            if (below != null) {
                rows.add(below);
            }
        }
        return rows;
    }
}
