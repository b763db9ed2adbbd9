package dev.recalldesk.memory.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of one customer and goes into the memory with one write. Where that may have been done before, what is
 * there already is left out: as often as it is there beyond what the archive has of the same above. Confined to one import.
 */
final class Batch<T> {
    private final Shelf<T> shelf;
    private final ArchiveFile file;
    private final Attempts attempts;
    private final String ref;
    private final List<T> items = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    Batch(Shelf<T> shelf, ArchiveFile file, Attempts attempts, String ref) {
        this.shelf = shelf;
        this.file = file;
        this.attempts = attempts;
        this.ref = ref;
    }

    void add(long line, T item) {
        items.add(item);
        lines.add(line);
    }

    int size() {
        return items.size();
    }

    String ref() {
        return ref;
    }

    Shelf<T> shelf() {
        return shelf;
    }

    long lastLine() {
        return lines.getLast();
    }

    /** @param doubt whether some of it may be there */
    void send(String profileId, boolean doubt) throws IOException {
        Map<List<Object>, Integer> above = new HashMap<>();
        boolean[] counted = {false};
        try {
            Refused.named(
                    lines,
                    () -> attempts.write(doubt, unsure -> {
                        if (unsure && !counted[0]) {
                            above.putAll(above());
                            counted[0] = true;
                        }
                        List<T> missing = unsure ? missing(profileId, above) : items;
                        if (!missing.isEmpty()) {
                            shelf.add(profileId, missing);
                        }
                    }));
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<T> missing(String profileId, Map<List<Object>, Integer> above) {
        Map<List<Object>, Integer> there = shelf.there(profileId);
        above.forEach((key, count) -> there.merge(key, -count, Integer::sum));
        List<T> missing = new ArrayList<>();
        for (T item : items) {
            List<Object> key = shelf.key(item);
            if (there.getOrDefault(key, 0) > 0) {
                there.merge(key, -1, Integer::sum);
            } else {
                missing.add(item);
            }
        }
        return missing;
    }

    private Map<List<Object>, Integer> above() {
        Map<List<Object>, Integer> counts = new HashMap<>();
        try {
            file.read((number, type, line) -> {
                if (number < lines.getFirst()
                        && type.equals(shelf.type())
                        && line.text("profile").equals(ref)) {
                    counts.merge(shelf.key(shelf.read(line)), 1, Integer::sum);
                }
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return counts;
    }
}
