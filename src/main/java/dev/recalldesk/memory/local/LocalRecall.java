package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.Recall.Hit;
import dev.recalldesk.memory.Recall.Mode;
import dev.recalldesk.memory.Recall.Reason;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Answers questions from one customer's memory. Thread-safe. */
final class LocalRecall {
    private final Database database;
    private final IndexUpdater index;
    private final WordForms forms;
    private final Question questions;
    private final @Nullable Embedder embedder;
    private final InstantSource clock;

    /** What the index found: scores by id, best first, and the stems that were asked for. */
    private record Found(
            Mode mode, Map<String, Double> observations, Map<String, Double> summaries, Set<String> stems) {}

    private record Hits(List<Hit<Observation>> observations, List<Hit<Summary>> summaries) {}

    LocalRecall(
            Database database, IndexUpdater index, WordForms forms, @Nullable Embedder embedder, InstantSource clock) {
        this.database = database;
        this.index = index;
        this.forms = forms;
        this.questions = new Question(forms);
        this.embedder = embedder;
        this.clock = clock;
    }

    /** @param profileId a customer that is known to exist */
    Recall recall(String profileId, RecallRequest request) {
        long start = System.nanoTime();
        Optional<Found> found = find(profileId, request);
        return database.read(handle -> {
            Hits hits = found.map(each -> ranked(handle, each)).orElseGet(() -> recent(handle, profileId, request));
            return new Recall(
                    found.map(Found::mode).orElse(Mode.MOST_RECENT),
                    hits.observations(),
                    hits.summaries(),
                    Duration.ofNanos(System.nanoTime() - start));
        });
    }

    private Hits ranked(Handle handle, Found found) {
        return new Hits(
                hits(
                        ObservationRows.withIds(handle, found.observations().keySet()),
                        found,
                        found.observations(),
                        Observation::id,
                        Observation::content),
                hits(
                        SummaryRows.withIds(handle, found.summaries().keySet()),
                        found,
                        found.summaries(),
                        Summary::id,
                        Summary::content));
    }

    private static Hits recent(Handle handle, String profileId, RecallRequest request) {
        return new Hits(
                unscored(ObservationRows.recent(handle, profileId, request)),
                unscored(SummaryRows.recent(handle, profileId, request)));
    }

    private Optional<Found> find(String profileId, RecallRequest request) {
        String query = request.query() == null || request.query().isBlank() ? null : request.query();
        String conversation = request.conversationId();
        if (query == null && conversation == null) {
            return Optional.empty();
        }
        byte[] meaning = query == null || embedder == null ? null : embedder.question(query);
        return index.search(searcher -> {
            ProfileTexts texts = ProfileTexts.of(searcher, profileId);
            if (query != null) {
                NamedTime time = NamedTime.in(query, clock.instant());
                return Optional.of(rank(
                        texts, new Asked(questions.words(query, time, texts), meaning, time), Mode.QUERY, request));
            }
            List<QuestionWord> words = conversation == null ? List.of() : inferred(texts, conversation);
            NamedTime none = NamedTime.in("", clock.instant());
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rank(texts, new Asked(words, null, none), Mode.CONVERSATION, request));
        });
    }

    private List<QuestionWord> inferred(ProfileTexts texts, String conversation) throws IOException {
        Integer number = texts.conversation(conversation);
        if (number == null) {
            return List.of();
        }
        List<String> contents = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            if (texts.isLive(text) && contains(texts.conversations(text), number)) {
                contents.add(texts.id(text));
            }
        }
        List<String> said = database.read(handle -> contents(handle, contents));
        return InferredQuestion.words(said, forms, texts);
    }

    private static boolean contains(int[] numbers, int number) {
        for (int each : numbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }

    private static List<String> contents(Handle handle, List<String> ids) {
        List<String> contents = new ArrayList<>();
        for (String id : ids) {
            String table = id.startsWith("mem_summary_") ? "summary" : "observation";
            contents.addAll(handle.select("SELECT content FROM " + table + " WHERE id = ?", id)
                    .mapTo(String.class)
                    .list());
        }
        return contents;
    }

    private static Found rank(ProfileTexts texts, Asked asked, Mode mode, RecallRequest request) throws IOException {
        double[] scores =
                new Ranking(texts, Weights.DEFAULT).scores(asked.evidence(texts, Weights.DEFAULT), asked.time());
        List<Integer> order = new ArrayList<>();
        Long begin = Millis.ceiling(request.begin());
        Long end = Millis.ceiling(request.end());
        for (int text = 0; text < scores.length; text++) {
            boolean inRange =
                    (begin == null || texts.occurred(text) >= begin) && (end == null || texts.occurred(text) < end);
            if (scores[text] > 0 && scores[text] >= request.threshold() && inRange) {
                order.add(text);
            }
        }
        order.sort((one, other) -> {
            int byScore = Double.compare(scores[other], scores[one]);
            return byScore != 0 ? byScore : texts.compare(other, one);
        });
        Map<String, Double> observations = new LinkedHashMap<>();
        Map<String, Double> summaries = new LinkedHashMap<>();
        for (int text : order) {
            boolean summary = texts.isSummary(text);
            Map<String, Double> into = summary ? summaries : observations;
            if (into.size() < (summary ? request.summaries() : request.observations())) {
                into.put(texts.id(text), scores[text]);
            }
        }
        Set<String> stems = new HashSet<>();
        asked.words()
                .forEach(word -> word.variants()
                        .forEach(variant -> stems.add(variant.term().text())));
        return new Found(mode, observations, summaries, stems);
    }

    private <T> List<Hit<T>> hits(
            List<T> rows,
            Found found,
            Map<String, Double> scores,
            Function<T, String> id,
            Function<T, String> content) {
        Map<String, T> byId = rows.stream().collect(Collectors.toMap(id, row -> row));
        List<Hit<T>> hits = new ArrayList<>();
        scores.forEach((key, score) -> {
            T row = byId.get(key);
            // Forgotten since the index was asked: then it is not an answer any more.
            if (row != null) {
                Set<String> words = matched(content.apply(row), found.stems());
                hits.add(new Hit<>(
                        row, OptionalDouble.of(score), words, words.isEmpty() ? Set.of() : Set.of(Reason.WORDS)));
            }
        });
        return hits;
    }

    private static <T> List<Hit<T>> unscored(List<T> rows) {
        return rows.stream()
                .map(row -> new Hit<>(row, OptionalDouble.empty(), Set.of(), Set.of()))
                .toList();
    }

    private Set<String> matched(String content, Set<String> stems) {
        Set<String> words = new LinkedHashSet<>();
        try {
            for (WordForms.Form form : forms.of(content)) {
                if (stems.contains(form.stem()) || stems.contains(form.word().toLowerCase(Locale.ROOT))) {
                    words.add(form.word());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
