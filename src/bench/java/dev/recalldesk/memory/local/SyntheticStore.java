package dev.recalldesk.memory.local;

import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.RecallRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A data folder with a store of so many observations, made once and used again by later runs: few customers with very much,
 * most with little. Written in the order of time, customers mixed as they call, and indexed from that.
 *
 * @param customers the ids of customers by how many observations they have
 */
record SyntheticStore(Path folder, String storeId, SortedMap<Integer, List<String>> customers) {
    /** Grows with every change to what is written, so that older folders are not taken for it. */
    private static final String VERSION = "2-" + MeaningModel.NAME.replace("/", "-");

    private static final int[][] LARGE = {{10_000, 1}, {1_000, 10}, {100, 100}};
    private static final int SMALL = 50;
    private static final int NOTES_PER_CALL = 5;
    private static final int CALLS_PER_SUMMARY = 4;
    private static final int CALLS_PER_TRANSACTION = 4_000;
    private static final long BEGIN = Instant.parse("2023-11-01T08:00:00Z").toEpochMilli();
    private static final long END = Instant.parse("2026-11-01T18:00:00Z").toEpochMilli();
    private static final String LIST = "customers.txt";

    /** The customer with the most. */
    String most() {
        return Objects.requireNonNull(customers.get(customers.lastKey())).getFirst();
    }

    /** One of the many with little. */
    String anyone() {
        return Objects.requireNonNull(customers.get(customers.firstKey())).getLast();
    }

    /** Writes it unless it is there, and sees to it that its index is what this program makes of it. */
    static SyntheticStore prepared(Path parent, int size) throws IOException {
        Path folder = folder(parent, size);
        if (Files.notExists(folder.resolve(LIST))) {
            delete(folder);
            write(folder, size);
        }
        SyntheticStore store = of(parent, size);
        try (LocalAccount account = LocalAccount.open(folder, "US", InstantSource.system())) {
            account.open(store.storeId()).recall(store.anyone(), RecallRequest.ofQuery("order"));
        }
        return store;
    }

    /** One that was prepared. */
    static SyntheticStore of(Path parent, int size) throws IOException {
        Path folder = folder(parent, size);
        List<String> lines = Files.readAllLines(folder.resolve(LIST));
        SortedMap<Integer, List<String>> customers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(" ");
            customers
                    .computeIfAbsent(Integer.valueOf(parts[0]), _ -> new ArrayList<>())
                    .add(parts[1]);
        }
        return new SyntheticStore(folder, lines.getFirst(), customers);
    }

    static Path folder(Path parent, int size) {
        return parent.resolve("store-" + size + "-" + VERSION);
    }

    private static void write(Path folder, int size) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LocalAccount account = LocalAccount.open(folder, "US", InstantSource.system());
                MeaningModel model = MeaningModel.load()) {
            Random random = new Random(size);
            SyntheticTexts texts = new SyntheticTexts(random);
            String store = account.createStore("Bench", "").id();
            lines.add(store);
            List<ProfileRows.Owner> calls = calls(account, store, size, lines);
            Collections.shuffle(calls, random);
            Writing writing = new Writing(texts, new SyntheticVectors(random, texts, model), calls.size());
            for (int from = 0; from < calls.size(); from += CALLS_PER_TRANSACTION) {
                List<ProfileRows.Owner> part =
                        calls.subList(from, Math.min(calls.size(), from + CALLS_PER_TRANSACTION));
                account.database().writeQuietly(handle -> writing.take(handle, part));
            }
        }
        // Built anew, the index gets the texts in the order in which they were written.
        delete(folder.resolve("index"));
        Files.write(folder.resolve(LIST), lines);
    }

    /** Makes the customers and gives each as many times as it calls. */
    private static List<ProfileRows.Owner> calls(LocalAccount account, String store, int size, List<String> lines) {
        List<ProfileRows.Owner> calls = new ArrayList<>();
        account.database().writeQuietly(handle -> {
            int rest = size;
            for (int[] kind : LARGE) {
                // No kind takes more than a third, so that small stores have small customers too.
                int count = Math.min(kind[1], size / 3 / kind[0]);
                rest -= count * kind[0];
                add(handle, store, count, kind[0], calls, lines);
            }
            add(handle, store, rest / SMALL, SMALL, calls, lines);
        });
        return calls;
    }

    private static void add(
            Handle handle, String store, int count, int notes, List<ProfileRows.Owner> calls, List<String> lines) {
        for (int i = 0; i < count; i++) {
            ProfileRows.Owner owner = ProfileRows.insert(handle, store, BEGIN);
            lines.add(notes + " " + owner.profileId());
            calls.addAll(Collections.nCopies(notes / NOTES_PER_CALL, owner));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Writes one call after the other, each a little later. */
    private static final class Writing {
        private final SyntheticTexts texts;
        private final SyntheticVectors vectors;
        private final int calls;
        private int done;

        private Writing(SyntheticTexts texts, SyntheticVectors vectors, int calls) {
            this.texts = texts;
            this.vectors = vectors;
            this.calls = calls;
        }

        private void take(Handle handle, List<ProfileRows.Owner> part) {
            try (PreparedBatch known =
                    handle.prepareBatch("INSERT INTO vector (text_id, model, value) VALUES (?, ?, ?)")) {
                for (ProfileRows.Owner owner : part) {
                    call(handle, owner, known);
                }
                known.execute();
            }
            handle.execute("DELETE FROM unembedded");
        }

        private void call(Handle handle, ProfileRows.Owner owner, PreparedBatch known) {
            Instant at = Instant.ofEpochMilli(BEGIN + (END - BEGIN) / calls * done);
            String conversation = String.format(Locale.ROOT, "conv_conversation_%026d", done);
            for (int i = 0; i < NOTES_PER_CALL; i++) {
                SyntheticTexts.Note note = texts.note();
                NewObservation item = new NewObservation(
                        note.content(), "bench", at.plusSeconds(20L * i), List.of(conversation));
                long now = item.occurredAt().toEpochMilli();
                known.add(
                        ObservationRows.insert(handle, owner, item, now, now), MeaningModel.NAME, vectors.near(note));
            }
            if (done % CALLS_PER_SUMMARY == 0) {
                SyntheticTexts.Note note = texts.note();
                NewSummary item = new NewSummary(conversation, note.content(), null, at.plusSeconds(200));
                long now = item.occurredAt().toEpochMilli();
                known.add(SummaryRows.insert(handle, owner, item, now, now), MeaningModel.NAME, vectors.near(note));
            }
            done++;
        }
    }
}
