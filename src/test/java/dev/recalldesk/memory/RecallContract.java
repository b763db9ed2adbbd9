package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Recall answers in its three modes. */
abstract class RecallContract extends MemoryArea {
    RecallContract(Callable<MemoryAccount> source) {
        super(source);
    }

    @Test
    void recallFindsWhatWasSaid() {
        String ada = customer();
        remember(
                ada,
                "Ordered a brass propeller for the Heron.",
                "Prefers to be called in the evening.",
                "Paid by card.");
        eventually(() -> assertThat(memory.recall(ada, RecallRequest.ofQuery("propellers ordered"))
                        .observations())
                .isNotEmpty());
        Recall recall = memory.recall(ada, RecallRequest.ofQuery("propellers ordered"));
        assertThat(recall.mode()).isEqualTo(Recall.Mode.QUERY);
        assertThat(recall.observations().getFirst().item().content()).startsWith("Ordered a brass propeller");
        assertThat(recall.observations())
                .allSatisfy(hit -> assertThat(hit.score().orElseThrow()).isBetween(0.0, 1.0));
    }

    @Test
    void withoutAQuestionTheMostRecentComeWithoutScores() {
        String ada = customer();
        memory.addObservations(
                ada,
                List.of(
                        new NewObservation("older", "a", NOON.minusSeconds(60), List.of()),
                        new NewObservation("newest", "a", NOON, List.of()),
                        new NewObservation("oldest", "a", NOON.minusSeconds(90), List.of())));
        eventually(
                () -> assertThat(memory.recall(ada, RecallRequest.mostRecent()).observations())
                        .hasSize(3));
        Recall recall = memory.recall(ada, new RecallRequest("  ", null, null, null, 2, 5, 1));
        assertThat(recall.mode()).isEqualTo(Recall.Mode.MOST_RECENT);
        assertThat(recall.observations())
                .extracting(hit -> hit.item().content())
                .containsExactly("newest", "older");
        assertThat(recall.observations())
                .allSatisfy(hit -> assertThat(hit.score()).isEmpty());
    }

    @Test
    void recallKeepsToTheBoundsItIsGiven() {
        String ada = customer();
        memory.addObservations(
                ada,
                List.of(
                        new NewObservation("propeller early", "a", NOON.minusSeconds(60), List.of()),
                        new NewObservation("propeller at noon", "a", NOON, List.of()),
                        new NewObservation("propeller late", "a", NOON.plusSeconds(60), List.of())));
        eventually(() -> assertThat(
                        memory.recall(ada, RecallRequest.ofQuery("propeller")).observations())
                .hasSize(3));
        RecallRequest bounded = new RecallRequest("propeller", null, NOON, NOON.plusSeconds(60), 20, 5, 0);
        assertThat(memory.recall(ada, bounded).observations())
                .extracting(hit -> hit.item().content())
                .containsExactly("propeller at noon");
        assertThat(memory.recall(ada, new RecallRequest("propeller", null, null, null, 1, 0, 0))
                        .observations())
                .hasSize(1);
        assertThat(memory.recall(ada, new RecallRequest("propeller", null, null, null, 0, 0, 0))
                        .observations())
                .isEmpty();
        invalid("query", () -> memory.recall(ada, RecallRequest.ofQuery("x".repeat(1025))));
        invalid("observationsLimit", () -> memory.recall(ada, new RecallRequest("x", null, null, null, 101, 5, 0)));
        invalid("relevanceThreshold", () -> memory.recall(ada, new RecallRequest("x", null, null, null, 1, 5, 1.5)));
    }
}
