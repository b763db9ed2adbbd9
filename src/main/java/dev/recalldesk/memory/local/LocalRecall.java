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
import java.util.EnumSet;
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
    private final RecentTexts recent = new RecentTexts();

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
        return index.search(profileId, searcher -> {
            ProfileTexts texts = recent.of(searcher, profileId);
            Finder finder = new Finder(texts, request);
            if (query != null) {
                NamedTime time = NamedTime.in(query, clock.instant());
                Quoted quoted = new Quoted(query);
                return Optional.of(finder.find(
                        Mode.QUERY,
                        new Asked(
                                questions.words(query, time, texts),
                                quoted.holders(texts, this::content),
                                quoted.isAll(),
                                meaning,
                                time)));
            }
            return conversation == null
                    ? Optional.empty()
                    : finder.findIfAsked(Mode.CONVERSATION, inferred(texts, conversation));
        });
    }

    /** A question out of what is remembered of a conversation; empty when that is nothing. */
    private Optional<Asked> inferred(ProfileTexts texts, String conversation) throws IOException {
        Integer number = texts.conversation(conversation);
        if (number == null) {
            return Optional.empty();
        }
        List<Integer> said = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            if (texts.isLive(text) && contains(texts.conversations(text), number)) {
                said.add(text);
            }
        }
        List<String> contents = new ArrayList<>();
        for (int text : said) {
            contents.add(content(texts.id(text)));
        }
        List<QuestionWord> words = InferredQuestion.words(contents, forms, texts);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Asked.inferred(words, Vectors.middle(texts, said), NamedTime.in("", clock.instant())));
    }

    private static boolean contains(int[] numbers, int number) {
        for (int each : numbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }

    /** What a text says; nothing when it was forgotten since the index was asked. */
    private String content(String id) {
        String table = id.startsWith("mem_summary_") ? "summary" : "observation";
        return database.read(handle -> handle.select("SELECT content FROM " + table + " WHERE id = ?", id)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    private <T> List<Hit<T>> hits(
            List<T> rows,
            Found found,
            Map<String, Found.Sign> signs,
            Function<T, String> id,
            Function<T, String> content) {
        Map<String, T> byId = rows.stream().collect(Collectors.toMap(id, row -> row));
        List<Hit<T>> hits = new ArrayList<>();
        signs.forEach((key, sign) -> {
            T row = byId.get(key);
            // Forgotten since the index was asked: then it is not an answer any more.
            if (row != null) {
                Set<String> words = matched(content.apply(row), found.stems());
                hits.add(new Hit<>(row, OptionalDouble.of(sign.score()), words, reasons(sign, words)));
            }
        });
        return hits;
    }

    private static Set<Reason> reasons(Found.Sign sign, Set<String> words) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        reasons.addAll(sign.reasons());
        if (!words.isEmpty()) {
            reasons.add(Reason.WORDS);
        }
        return reasons;
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
