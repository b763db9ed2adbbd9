package dev.recalldesk.memory.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** How fast and how large recall is in small and in large stores, beside SQLite's full-text search of the same texts. */
final class ScaleBench {
    private static final int WARMING = 200;
    private static final int SEARCHES = 1_000;
    private static final int EMBEDDINGS = 400;
    private final PrintWriter out;
    private final Path folder;
    private final List<String> flags;

    ScaleBench(PrintWriter out, Path folder, List<String> flags) {
        this.out = out;
        this.folder = folder;
        this.flags = flags;
    }

    void run(List<Integer> sizes) throws IOException, SQLException {
        for (int size : sizes) {
            SyntheticStore store = SyntheticStore.prepared(folder, size);
            Map<String, String> values = new HashMap<>();
            values.put("index", megabytes(store.folder().resolve("index")));
            values.put("truth", megabytes(store.folder().resolve("memory.db")));
            child(store, size, "words").forEach((name, value) -> values.put("words." + name, value));
            values.putAll(child(store, size, "meaning"));
            served(store, values);
            try (LexicalPeer peer = new LexicalPeer(store)) {
                values.put("peer", String.format(Locale.ROOT, "%.0f", peer.megabytes()));
                peer.run().forEach((kind, times) -> put(values, "peer." + kind, times));
            }
            new ScaleReport(out, size, store, values).print();
        }
    }

    private static String megabytes(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return String.format(Locale.ROOT, "%.0f", bytes / 1e6);
        }
    }

    private static void put(Map<String, String> values, String name, Times times) {
        values.put(name + ".p50", String.format(Locale.ROOT, "%.3f", times.millis(50)));
        values.put(name + ".p99", String.format(Locale.ROOT, "%.3f", times.millis(99)));
    }

    private Map<String, String> child(SyntheticStore store, int size, String mode) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (Child child = new Child(
                flags,
                RecallTimer.class.getName(),
                List.of(
                        folder.toString(),
                        String.valueOf(size),
                        String.valueOf(System.currentTimeMillis()),
                        mode,
                        store.storeId(),
                        store.most()))) {
            for (String line : child.lines()) {
                String[] parts = line.split("=", 2);
                values.put(parts[0], parts[1]);
            }
        }
        return values;
    }

    private void served(SyntheticStore store, Map<String, String> values) throws IOException {
        Random random = new Random(11);
        SyntheticTexts texts = new SyntheticTexts(random);
        long begin = System.nanoTime();
        try (Served served = new Served(store, flags)) {
            require(served.recall(store.most(), "open invoice for the heater"));
            values.put("http.first", String.format(Locale.ROOT, "%.0f", (System.nanoTime() - begin) / 1e6));
            for (Map.Entry<Integer, List<String>> kind : store.customers().entrySet()) {
                Times searching = new Times();
                Times embedding = new Times();
                for (int i = -WARMING; i < SEARCHES + EMBEDDINGS; i++) {
                    String customer = kind.getValue().get(random.nextInt(kind.getValue().size()));
                    String question = texts.question();
                    if (i < SEARCHES) {
                        require(served.recall(store.anyone(), question));
                    }
                    long asked = System.nanoTime();
                    require(served.recall(customer, question));
                    if (i >= 0) {
                        (i < SEARCHES ? searching : embedding).add(System.nanoTime() - asked);
                    }
                }
                put(values, "http.search." + kind.getKey(), searching);
                put(values, "http.embed." + kind.getKey(), embedding);
            }
            values.put("http.rss", String.format(Locale.ROOT, "%.0f", served.child().megabytes("VmRSS")));
        }
    }

    private static void require(boolean right) throws IOException {
        if (!right) {
            throw new IOException("The server answered wrongly");
        }
    }
}
