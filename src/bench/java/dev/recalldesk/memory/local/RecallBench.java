package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures recall through the memory's port, and plain rankings of the same texts beside it. */
final class RecallBench {
    private static final int KEPT = 50;

    private final Labelled labelled;
    private final MeaningModel model;
    private final Map<String, Measures> rankings = new LinkedHashMap<>();
    private final Quiet quiet = new Quiet();

    private RecallBench(Labelled labelled, MeaningModel model) {
        this.labelled = labelled;
        this.model = model;
    }

    /** @param files labelled texts, see {@link Labelled} */
    static void run(PrintWriter out, List<Path> files) throws IOException {
        try (MeaningModel model = MeaningModel.load()) {
            for (Path file : files) {
                for (Labelled labelled : Labelled.read(file)) {
                    new RecallBench(labelled, model).run(out);
                }
            }
        }
    }

    private void run(PrintWriter out) throws IOException {
        remembered("recall, words only", null);
        remembered("recall", Duration.ZERO);
        for (Labelled.Person person : labelled.people()) {
            List<Labelled.Item> items = person.items().stream()
                    .filter(item -> !item.summary() || labelled.name().startsWith("support"))
                    .toList();
            Plain plain = new Plain(items, model);
            for (Labelled.Query query : person.queries()) {
                measures("BM25 alone").add(query, plain.byWords(query.text()));
                measures("meaning alone").add(query, plain.byMeaning(query.text()));
                measures("fused by rank").add(query, plain.byFusedRanks(query.text()));
            }
        }
        out.println("\n" + labelled.name() + "\n\n| ranking " + Measures.HEADER);
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        rankings.forEach((name, measures) -> out.println("| " + name + " | " + measures.total()));
        out.println("\n| recall, by kind " + Measures.HEADER);
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        measures("recall").byKind().forEach((kind, line) -> out.println("| " + kind + " | " + line));
        out.println("\n" + quiet.table());
    }

    private Measures measures(String ranking) {
        return rankings.computeIfAbsent(ranking, _ -> new Measures());
    }

    private void remembered(String name, @Nullable Duration rest) throws IOException {
        Path folder = Files.createTempDirectory("recall-bench");
        try (LocalAccount account = LocalAccount.open(folder, "US", labelled::now, rest)) {
            Memory memory = account.open(account.createStore("Bench", "").id());
            List<String> profiles = new ArrayList<>();
            Map<String, String> ids = new HashMap<>();
            for (Labelled.Person person : labelled.people()) {
                profiles.add(written(memory, person, profiles.size(), ids));
            }
            while (rest != null && account.database().read(VectorRows::waitingCount) > 0) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            for (int i = 0; i < profiles.size(); i++) {
                for (Labelled.Query query : labelled.people().get(i).queries()) {
                    List<Scored> found = asked(memory, profiles.get(i), query.text());
                    String profile = profiles.get(i);
                    measures(name)
                            .add(
                                    query,
                                    found.stream()
                                            .map(each -> ids.get(profile + each.content()))
                                            .toList());
                    if (rest != null) {
                        quiet.add(!query.gold().isEmpty(), found.isEmpty() ? 0 : found.getFirst().score());
                    }
                }
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private record Scored(String content, double score) {}

    private List<Scored> asked(Memory memory, String profile, String question) {
        Recall recall = memory.recall(
                profile,
                new RecallRequest(
                        question, null, null, null, KEPT, labelled.name().startsWith("support") ? KEPT : 0, 0));
        List<Scored> all = new ArrayList<>();
        recall.observations()
                .forEach(hit -> all.add(
                        new Scored(hit.item().content(), hit.score().orElse(0))));
        recall.summaries()
                .forEach(hit -> all.add(
                        new Scored(hit.item().content(), hit.score().orElse(0))));
        return all.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }

    private static String written(Memory memory, Labelled.Person person, int number, Map<String, String> ids) {
        String profile = memory.createProfile(
                Map.of("Contact", Map.of("phone", TraitValue.of("+1206555" + (1000 + number)))));
        for (Labelled.Item item : person.items()) {
            ids.put(profile + item.content(), item.id());
            String conversation = item.conversation() == null ? null : conversation(number, item.conversation());
            if (item.summary()) {
                memory.addSummaries(profile, List.of(new NewSummary(Objects.requireNonNull(conversation), item.content(), null, item.at())));
            } else {
                memory.addObservations(
                        profile,
                        List.of(new NewObservation(
                                item.content(),
                                "bench",
                                item.at(),
                                conversation == null ? List.of() : List.of(conversation))));
            }
        }
        return profile;
    }

    private static String conversation(int person, String name) {
        String digits = String.format(Locale.ROOT, "%026d", Math.floorMod((person + "/" + name).hashCode(), 1_000_000_007));
        return "conv_conversation_" + digits;
    }
}
