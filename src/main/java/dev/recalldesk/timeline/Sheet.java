package dev.recalldesk.timeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one list and where things stand in it: the top, notes on their way, entries by day, and one last row. Knows
 * which row was the lowest on the screen, because nothing above it may move. UI thread only.
 */
final class Sheet {
    private final ZoneId zone;
    private final RowList rows = new RowList();
    private final Map<String, Row.Versions> open = new HashMap<>();
    private int head = 1;
    private int floor = 1;

    Sheet(ZoneId zone) {
        this.zone = zone;
        rows.add(new Row.Top());
    }

    RowList rows() {
        return rows;
    }

    /** Everything below the notes is exchanged. */
    void reset(List<? extends Row.Entry> entries, @Nullable Row last) {
        open.clear();
        floor = head;
        below(head, entries, last);
    }

    /** The rows up to this one were on the screen. */
    void seen(int lowest) {
        floor = Math.max(floor, lowest + 1);
    }

    /** Sorts further entries into what nobody has read yet. */
    void append(List<? extends Row.Entry> more, @Nullable Row last) {
        int from = Math.clamp(floor, head, end());
        while (from > head && rows.get(from - 1) instanceof Row.Day) {
            from--;
        }
        while (from < end() && rows.get(from) instanceof Row.Versions) {
            from++;
        }
        List<Row.Entry> unread = entries(from, end());
        unread.addAll(more);
        below(from, unread, last);
    }

    /** Sorts new entries into the whole list; for a reader at its top. */
    void insert(List<? extends Row.Entry> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Row.Entry oldest = fresh.stream().max(Days.NEWEST_FIRST).orElseThrow();
        int to = head;
        while (to < end()
                && !(rows.get(to) instanceof Row.Entry entry && Days.NEWEST_FIRST.compare(entry, oldest) > 0)) {
            to++;
        }
        while (to > head && to < end() && rows.get(to - 1) instanceof Row.Day) {
            to--;
        }
        List<Row.Entry> sorted = entries(head, to);
        sorted.addAll(fresh);
        sorted.sort(Days.NEWEST_FIRST);
        List<Row> grouped = Days.group(dayAbove(head), sorted, open, zone);
        LocalDate day = Days.of(sorted.getLast(), zone);
        boolean repeated = to < end()
                && rows.get(to) instanceof Row.Day header
                && header.day().equals(day);
        if (to < end()
                && rows.get(to) instanceof Row.Entry next
                && !Days.of(next, zone).equals(day)) {
            grouped.add(new Row.Day(Days.of(next, zone)));
        }
        exchange(head, repeated ? to + 1 : to, grouped);
    }

    /** Shows these notes above everything, newest first. */
    void notes(List<Row.Pending> notes) {
        List<Row.Entry> sorted = new ArrayList<>(notes);
        sorted.sort(Days.NEWEST_FIRST);
        List<Row> grouped = Days.group(null, sorted, Map.of(), zone);
        int to = head < end() && rows.get(head) instanceof Row.Day ? head + 1 : head;
        int size = grouped.size();
        if (to < end() && rows.get(to) instanceof Row.Entry next) {
            LocalDate day = Days.of(next, zone);
            if (sorted.isEmpty() || !Days.of(sorted.getLast(), zone).equals(day)) {
                grouped.add(new Row.Day(day));
            }
        }
        if (!rows.subList(1, to).equals(grouped)) {
            exchange(1, to, grouped);
        }
        head = 1 + size;
    }

    /** Exchanges the entry with the same id where it stands. */
    void refresh(Map<String, ? extends Row.Entry> changed) {
        for (int i = 1; i < rows.size() && !changed.isEmpty(); i++) {
            if (rows.get(i) instanceof Row.Entry entry) {
                Row.Entry now = changed.get(entry.id());
                if (now != null && !now.equals(entry)) {
                    rows.set(i, now);
                }
            }
        }
    }

    /** Takes entries away, with their day where it is empty then. */
    void remove(Set<String> ids) {
        for (int i = end() - 1; i >= head && !ids.isEmpty(); i--) {
            if (rows.get(i) instanceof Row.Entry entry && ids.contains(entry.id())) {
                open.remove(entry.id());
                boolean below = i + 1 < rows.size() && rows.get(i + 1) instanceof Row.Versions;
                int to = below ? i + 2 : i + 1;
                boolean alone = rows.get(i - 1) instanceof Row.Day
                        && (to >= rows.size() || !(rows.get(to) instanceof Row.Entry));
                exchange(alone ? i - 1 : i, to, List.of());
                if (alone) {
                    i--;
                }
            }
        }
    }

    /** Exchanges the row at the end, without which everything was loaded. */
    void last(@Nullable Row last) {
        if (last == null ? end() == rows.size() : last.equals(rows.getLast())) {
            return;
        }
        exchange(end(), rows.size(), last == null ? List.of() : List.of(last));
    }

    /** What is open below the entry; {@code null} closes it. */
    void versions(String id, Row.@Nullable Versions versions) {
        int index = head;
        while (index < end()
                && !(rows.get(index) instanceof Row.Entry entry && entry.id().equals(id))) {
            index++;
        }
        if (index >= end()) {
            return;
        }
        boolean there = open.containsKey(id);
        exchange(index + 1, there ? index + 2 : index + 1, versions == null ? List.of() : List.of(versions));
        if (versions == null) {
            open.remove(id);
        } else {
            open.put(id, versions);
            floor = Math.max(floor, index + 2);
        }
    }

    boolean isOpen(String id) {
        return open.containsKey(id);
    }

    boolean hasEntries() {
        return end() > head;
    }

    /** The entries in a memory, without notes on their way. */
    List<Row.Entry> entries() {
        return entries(head, end());
    }

    /** The first entries, at most as many rows as given are looked at. */
    List<Row.Entry> newest(int most) {
        return entries(head, Math.min(end(), head + most));
    }

    private void below(int from, List<? extends Row.Entry> entries, @Nullable Row last) {
        List<Row.Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Days.NEWEST_FIRST);
        List<Row> grouped = Days.group(dayAbove(from), sorted, open, zone);
        if (last != null) {
            grouped.add(last);
        }
        exchange(from, rows.size(), grouped);
    }

    private void exchange(int from, int to, List<Row> with) {
        if (from == to && with.isEmpty()) {
            return;
        }
        if (from < floor) {
            floor = Math.max(head, floor + with.size() - (to - from));
        }
        rows.replace(from, to, with);
    }

    private List<Row.Entry> entries(int from, int to) {
        return rows.subList(from, to).stream()
                .filter(Row.Entry.class::isInstance)
                .map(Row.Entry.class::cast)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private int end() {
        Row last = rows.getLast();
        return last instanceof Row.More || last instanceof Row.Notice ? rows.size() - 1 : rows.size();
    }

    private @Nullable LocalDate dayAbove(int index) {
        for (int i = index - 1; i > 0; i--) {
            switch (rows.get(i)) {
                case Row.Day header -> {
                    return header.day();
                }
                case Row.Entry entry -> {
                    return Days.of(entry, zone);
                }
                default -> {}
            }
        }
        return null;
    }
}
