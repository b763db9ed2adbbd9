package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Observations are kept, listed, corrected and deleted. */
abstract class ObservationContract extends MemoryArea {
    ObservationContract(Callable<MemoryAccount> source) {
        super(source);
    }

    @Test
    void observationsAreKeptAsWritten() {
        String ada = customer();
        NewObservation written = new NewObservation(
                "Prefers \"e-mail\" — grüße 🚤",
                "IVR_2 / night.shift-a",
                NOON.plusMillis(123),
                List.of(TALK, OTHER_TALK));
        memory.addObservations(ada, List.of(written));
        eventually(() -> assertThat(observations(ada)).hasSize(1));
        Observation read = observations(ada).getFirst();
        assertThat(new NewObservation(read.content(), read.source(), read.occurredAt(), read.conversationIds()))
                .isEqualTo(written);
        assertThat(read.updatedAt()).isEqualTo(read.createdAt());
        assertThat(read.id()).matches("mem_observation_[0-7][0-9a-z]{25}");
        assertThat(memory.observation(ada, read.id())).isEqualTo(read);
    }

    @Test
    void aBatchIsAllOrNothing() {
        String ada = customer();
        invalid("content", () -> memory.addObservations(ada, List.of(said("Fine."), said(""))));
        invalid("content", () -> memory.addObservations(ada, List.of(said("x".repeat(4097)))));
        invalid("source", () -> memory.addObservations(ada, List.of(new NewObservation("x", "a;b", NOON, List.of()))));
        invalid(
                "conversationIds",
                () -> memory.addObservations(ada, List.of(new NewObservation("x", "a", NOON, List.of("room 7")))));
        invalid(
                "occurredAt",
                () -> memory.addObservations(ada, List.of(new NewObservation("x", "a", Instant.MAX, List.of()))));
        invalid("observations", () -> memory.addObservations(ada, List.of()));
        invalid("observations", () -> memory.addObservations(ada, Collections.nCopies(11, said("x"))));
        assertThat(observations(ada)).isEmpty();
    }

    @Test
    void observationsAreListedNewestFirstPageByPage() {
        String ada = customer();
        String[] contents = IntStream.range(0, 7).mapToObj(i -> "Note " + i).toArray(String[]::new);
        remember(ada, contents);
        List<String> seen = new ArrayList<>();
        PageRequest request = PageRequest.first(3);
        for (PageRequest next = request; next != null; ) {
            Page<Observation> page = memory.observations(ada, ObservationFilter.NONE, next);
            page.items().forEach(each -> seen.add(each.content()));
            next = page.nextToken() == null ? null : request.after(page.nextToken());
        }
        assertThat(seen).containsExactlyElementsOf(List.of(contents).reversed());
        assertThat(memory.observations(
                                ada, ObservationFilter.NONE, new PageRequest(3, null, PageRequest.Order.OLDEST_FIRST))
                        .items())
                .extracting(Observation::content)
                .containsExactly("Note 0", "Note 1", "Note 2");
    }

    @Test
    void whatIsWrittenWhilePagingNeitherHidesNorRepeats() {
        String ada = customer();
        remember(ada, "one", "two", "three", "four");
        Page<Observation> first = memory.observations(ada, ObservationFilter.NONE, PageRequest.first(2));
        remember(ada, "five");
        assertThat(memory.observations(
                                ada,
                                ObservationFilter.NONE,
                                PageRequest.first(2).after(first.nextToken()))
                        .items())
                .extracting(Observation::content)
                .containsExactly("two", "one");
    }

    @Test
    void aForgedTokenIsRefused() {
        String ada = customer();
        remember(ada, "one", "two", "three");
        String token = memory.observations(ada, ObservationFilter.NONE, PageRequest.first(1))
                .nextToken();
        invalid(
                "pageToken",
                () -> memory.observations(
                        ada, ObservationFilter.NONE, PageRequest.first(1).after("forged!")));
        invalid(
                "pageToken",
                () -> memory.summaries(ada, null, PageRequest.first(1).after(token)));
    }

    @Test
    void observationsAreNarrowedBySourceConversationAndAge() {
        String ada = customer();
        memory.addObservations(
                ada,
                List.of(
                        new NewObservation("by night", "night", NOON, List.of(TALK)),
                        new NewObservation("by day", "day", NOON, List.of())));
        eventually(() -> assertThat(observations(ada)).hasSize(2));
        assertThat(narrowed(ada, new ObservationFilter("night", null, null, null)))
                .containsExactly("by night");
        assertThat(narrowed(ada, new ObservationFilter(null, null, null, TALK))).containsExactly("by night");
        assertThat(narrowed(ada, new ObservationFilter(null, null, null, OTHER_TALK)))
                .isEmpty();
        assertThat(narrowed(ada, new ObservationFilter(null, null, null, TALK.substring(0, 30))))
                .isEmpty();
        Instant later = observations(ada).getFirst().createdAt();
        assertThat(narrowed(ada, new ObservationFilter(null, later, null, null)))
                .containsExactly("by day");
        assertThat(narrowed(ada, new ObservationFilter(null, null, later, null)))
                .containsExactly("by night");
    }

    private List<String> narrowed(String profile, ObservationFilter filter) {
        return memory.observations(profile, filter, PageRequest.first(50)).items().stream()
                .map(Observation::content)
                .toList();
    }

    @Test
    void aCorrectionKeepsWhatStoodBefore() {
        String ada = customer();
        remember(ada, "The hull is blue.");
        String id = observations(ada).getFirst().id();
        memory.correctObservation(ada, id, ObservationPatch.ofContent("The hull is green."));
        eventually(() -> assertThat(memory.observation(ada, id).content()).isEqualTo("The hull is green."));
        List<Observation> states =
                memory.revisions(ada, id, PageRequest.first(50)).items();
        assertThat(states).extracting(Observation::content).containsExactly("The hull is green.", "The hull is blue.");
        assertThat(states).extracting(Observation::id).containsOnly(id);
        assertThat(states.getFirst().updatedAt())
                .isAfterOrEqualTo(states.getLast().updatedAt());
        invalid("content", () -> memory.correctObservation(ada, id, ObservationPatch.ofContent("")));
    }

    @Test
    void aDeletedObservationIsGone() {
        String ada = customer();
        remember(ada, "Allergic to varnish.");
        String id = observations(ada).getFirst().id();
        memory.deleteObservation(ada, id);
        eventually(() -> notFound(() -> memory.observation(ada, id)));
        eventually(() -> assertThat(
                        memory.recall(ada, RecallRequest.ofQuery("varnish")).observations())
                .isEmpty());
        notFound(() -> memory.deleteObservation(ada, id));
    }
}
