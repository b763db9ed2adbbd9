package dev.recalldesk.timeline;

import dev.recalldesk.memory.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** New entries that wait until the reader comes up. UI thread only. */
final class Arrivals {
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private List<Row.Entry> entries = List.of();
    private @Nullable Page<Row.Entry> anew;

    /** How many wait, told only while somebody has to be told. */
    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    void add(List<Row.Entry> more) {
        List<Row.Entry> all = new ArrayList<>(entries);
        all.addAll(more);
        entries = all;
    }

    /** So much is new that nothing joins this page to what is shown; it will replace everything. */
    void beginAnew(Page<Row.Entry> page, List<Row.Entry> its) {
        anew = page;
        entries = its;
    }

    void keep(Predicate<Row.Entry> still) {
        entries = entries.stream().filter(still).toList();
    }

    void tell() {
        count.set(entries.size());
    }

    @Nullable
    Page<Row.Entry> anew() {
        return anew;
    }

    /** Hands out what waits and forgets it. */
    List<Row.Entry> take() {
        List<Row.Entry> all = entries;
        entries = List.of();
        anew = null;
        count.set(0);
        return all;
    }
}
