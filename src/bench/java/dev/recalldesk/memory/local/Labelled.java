package dev.recalldesk.memory.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labelled texts read from a file in one of two layouts: support notes, or the dialogues of LoCoMo.
 *
 * @param name what the file calls itself
 * @param now the moment its questions are asked
 */
record Labelled(String name, Instant now, List<Person> people) {
    record Person(List<Item> items, List<Query> queries) {}

    record Item(String id, boolean summary, String content, Instant at, @Nullable String conversation) {}

    record Query(String text, String kind, Set<String> gold, Set<String> stale, Set<String> related) {}

    private static final DateTimeFormatter LOCOMO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("h:mm a 'on' d MMMM, yyyy")
            .toFormatter(Locale.ENGLISH);

    static List<Labelled> read(Path file) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(file);
        return root.isArray() ? List.of(turns(root), facts(root)) : List.of(notes(root));
    }

    private static Labelled notes(JsonNode root) {
        List<Person> people = new ArrayList<>();
        for (JsonNode customer : root.path("customers")) {
            List<Item> items = new ArrayList<>();
            customer.path("observations").forEach(each -> items.add(item(each, false)));
            customer.path("summaries").forEach(each -> items.add(item(each, true)));
            List<Query> queries = new ArrayList<>();
            for (JsonNode query : customer.path("queries")) {
                queries.add(new Query(
                        query.path("text").asString(),
                        query.path("kind").asString(),
                        ids(query.path("gold")),
                        ids(query.path("stale")),
                        ids(query.path("related"))));
            }
            people.add(new Person(items, queries));
        }
        return new Labelled(
                root.path("name").asString(), Instant.parse(root.path("asOf").asString()), people);
    }

    private static Item item(JsonNode each, boolean summary) {
        JsonNode conversation = each.path("conversationId");
        return new Item(
                each.path("id").asString(),
                summary,
                each.path("content").asString(),
                Instant.parse(each.path("occurredAt").asString()),
                conversation.isString() ? conversation.asString() : null);
    }

    private static Set<String> ids(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    /** Every turn of every dialogue is a text, every session's summary is one too; only turns are gold. */
    private static Labelled turns(JsonNode root) {
        return locomo("locomo turns", root, sample -> {
            Map<String, List<String>> gold = new LinkedHashMap<>();
            List<Item> items = new ArrayList<>();
            for (int session = 1; sample.path("conversation").has("session_" + session); session++) {
                Instant at = time(sample, session);
                for (JsonNode turn : sample.path("conversation").path("session_" + session)) {
                    String id = turn.path("dia_id").asString();
                    gold.put(id, List.of(id));
                    items.add(new Item(
                            id,
                            false,
                            turn.path("speaker").asString() + ": "
                                    + turn.path("text").asString(),
                            at.plusSeconds(30L * items.size()),
                            "s" + session));
                }
            }
            return new Corpus(items, gold);
        });
    }

    /** Every written observation is a text, gold where it cites a turn that is. */
    private static Labelled facts(JsonNode root) {
        return locomo("locomo observations", root, sample -> {
            Map<String, List<String>> gold = new HashMap<>();
            List<Item> items = new ArrayList<>();
            for (int session = 1; sample.path("conversation").has("session_" + session); session++) {
                Instant at = time(sample, session);
                for (JsonNode speaker : sample.path("observation").path("session_" + session + "_observation")) {
                    for (JsonNode fact : speaker) {
                        String id = "fact" + items.size();
                        JsonNode cited = fact.path(1);
                        (cited.isArray() ? cited.valueStream() : List.of(cited).stream())
                                .forEach(turn -> gold.computeIfAbsent(turn.asString(), _ -> new ArrayList<>())
                                        .add(id));
                        items.add(new Item(
                                id, false, fact.path(0).asString(), at.plusSeconds(30L * items.size()), "s" + session));
                    }
                }
            }
            return new Corpus(items, gold);
        });
    }

    /** The texts, and by cited turn the texts that are gold for it. */
    private record Corpus(List<Item> items, Map<String, List<String>> gold) {}

    private static Labelled locomo(String name, JsonNode root, Function<JsonNode, Corpus> reading) {
        List<Person> people = new ArrayList<>();
        Instant last = Instant.EPOCH;
        for (JsonNode sample : root) {
            Corpus corpus = reading.apply(sample);
            for (int session = 1; sample.path("conversation").has("session_" + session); session++) {
                Instant at = time(sample, session);
                last = at.isAfter(last) ? at : last;
                String summary = sample.path("session_summary")
                        .path("session_" + session + "_summary")
                        .asString("");
                if (!summary.isEmpty()) {
                    corpus.items().add(new Item("summary" + session, true, summary, at, "s" + session));
                }
            }
            List<Query> queries = new ArrayList<>();
            for (JsonNode question : sample.path("qa")) {
                Set<String> gold = question.path("evidence")
                        .valueStream()
                        .flatMap(turn -> corpus.gold().getOrDefault(turn.asString(), List.of()).stream())
                        .collect(Collectors.toSet());
                if (!gold.isEmpty()) {
                    queries.add(new Query(
                            question.path("question").asString(),
                            "category " + question.path("category").asInt(),
                            gold,
                            Set.of(),
                            Set.of()));
                }
            }
            people.add(new Person(corpus.items(), queries));
        }
        return new Labelled(name, last.plusSeconds(86_400), people);
    }

    private static Instant time(JsonNode sample, int session) {
        String written = sample.path("conversation")
                .path("session_" + session + "_date_time")
                .asString();
        return LocalDateTime.parse(written, LOCOMO).toInstant(ZoneOffset.UTC);
    }
}
