package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Summary;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One kind of what is remembered of a customer: how it is written, and by what it is told whether it is there. */
interface Shelf<T> {
    int PAGE = 50;

    /** What the lines of this kind are called. */
    String type();

    T read(ArchiveLine line);

    void add(String profileId, List<T> items);

    /** What two of them are one by; there are memories that keep whole seconds only. */
    List<Object> key(T item);

    /** How many there are of each. */
    Map<List<Object>, Integer> there(String profileId);

    static Shelf<NewObservation> observations(Memory memory) {
        return new Shelf<>() {
            @Override
            public String type() {
                return "observation";
            }

            @Override
            public NewObservation read(ArchiveLine line) {
                return ArchiveItems.observation(line);
            }

            @Override
            public void add(String profileId, List<NewObservation> items) {
                memory.addObservations(profileId, items);
            }

            @Override
            public List<Object> key(NewObservation item) {
                return List.of(item.source(), item.occurredAt().truncatedTo(ChronoUnit.SECONDS), item.content());
            }

            @Override
            public Map<List<Object>, Integer> there(String profileId) {
                List<Observation> all = Pages.all(
                        page -> memory.observations(profileId, ObservationFilter.NONE, page), PageRequest.first(PAGE));
                return counted(all, one -> key(state(one)));
            }
        };
    }

    static Shelf<NewSummary> summaries(Memory memory) {
        return new Shelf<>() {
            @Override
            public String type() {
                return "summary";
            }

            @Override
            public NewSummary read(ArchiveLine line) {
                return ArchiveItems.summary(line);
            }

            @Override
            public void add(String profileId, List<NewSummary> items) {
                memory.addSummaries(profileId, items);
            }

            @Override
            public List<Object> key(NewSummary item) {
                return List.of(item.conversationId(), item.content());
            }

            @Override
            public Map<List<Object>, Integer> there(String profileId) {
                List<Summary> all = Pages.all(page -> memory.summaries(profileId, null, page), PageRequest.first(PAGE));
                return counted(all, one -> List.of(one.conversationId(), one.content()));
            }
        };
    }

    /** What was written down, without what the memory added. */
    static NewObservation state(Observation one) {
        return new NewObservation(one.content(), one.source(), one.occurredAt(), one.conversationIds());
    }

    private static <E> Map<List<Object>, Integer> counted(List<E> all, Function<E, List<Object>> key) {
        Map<List<Object>, Integer> counts = new HashMap<>();
        all.forEach(one -> counts.merge(key.apply(one), 1, Integer::sum));
        return counts;
    }
}
