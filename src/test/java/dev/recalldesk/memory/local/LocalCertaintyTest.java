package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.Recall.Hit;
import dev.recalldesk.memory.Recall.Reason;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a score and its reasons say, with words and meaning together, whoever's memory it is. */
class LocalCertaintyTest {
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final int CUSTOMERS = 24;
    private static final List<String> WHAT =
            List.of("sailing boat", "coffee roaster", "garden shed", "piano", "tractor");
    private static final List<String> DONE = List.of(
            "The %s was delivered to the wrong address and picked up again.",
            "Asked for a spare key to the %s and was sent two.",
            "Wants the %s repainted in dark green before Easter.",
            "The %s broke down twice, a mechanic comes on Tuesday.",
            "Pays for the %s in twelve monthly instalments.",
            "Lent the %s to a neighbour who scratched it.",
            "Insurance for the %s runs out at the end of the year.",
            "Complained that nobody called back about the %s.");
    private static final List<String> UNRELATED = List.of(
            "quantum chromodynamics lattice", "zebra migration through the savannah", "medieval Latin hymn notation");

    @TempDir
    Path folder;

    private LocalAccount account;
    private Memory memory;
    private int profiles;

    @BeforeEach
    void open() throws IOException {
        account = LocalAccount.open(folder, "US", new TestClock("2026-03-04T09:00:00Z"), Duration.ZERO);
        memory = account.open(account.createStore("Harbor", "").id());
    }

    @AfterEach
    void close() {
        account.close();
    }

    private String customer() {
        return memory.createProfile(
                Map.of("Contact", Map.of("phone", TraitValue.of("+120655501" + (10 + profiles++)))));
    }

    private void said(String profile, String day, String content, String... conversations) {
        memory.addObservations(
                profile,
                List.of(new NewObservation(
                        content, "agent", Instant.parse(day + "T10:00:00Z"), List.of(conversations))));
    }

    private List<Hit<dev.recalldesk.memory.Observation>> asked(String profile, String question, double threshold) {
        return memory.recall(profile, new RecallRequest(question, null, null, null, 20, 5, threshold))
                .observations();
    }

    private void untilEmbedded() {
        await().atMost(Duration.ofSeconds(60)).until(() -> account.database().read(VectorRows::waitingCount) == 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7})
    void aThresholdMeansTheSameForEveryCustomer(double threshold) {
        Map<String, List<String>> known = new HashMap<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            List<String> facts = new ArrayList<>();
            for (int fact = 0; fact <= customer; fact++) {
                facts.add(DONE.get(fact % DONE.size())
                        .formatted(WHAT.get((fact + customer) / DONE.size() % WHAT.size())));
            }
            String profile = customer();
            facts.stream().distinct().forEach(fact -> said(profile, "2026-01-05", fact));
            known.put(profile, facts);
        }
        untilEmbedded();
        known.forEach((profile, facts) -> {
            String fact = facts.getLast();
            assertThat(asked(profile, fact, threshold))
                    .as("of %s facts: %s", facts.size(), fact)
                    .first()
                    .satisfies(hit -> assertThat(hit.item().content()).isEqualTo(fact));
            for (String question : UNRELATED) {
                assertThat(asked(profile, question, threshold))
                        .as("of %s facts: %s", facts.size(), question)
                        .isEmpty();
            }
        });
    }

    @Test
    void ofTwoVersionsOfAFactTheNewerComesFirst() {
        String ada = customer();
        said(ada, "2024-02-01", "Deliver parcels to the side door, code 4410.");
        said(ada, "2025-09-01", "From now on deliver parcels to the neighbour at number 9, not to the side door.");
        said(ada, "2025-10-01", "Likes to sail at dawn.");
        untilEmbedded();
        assertThat(asked(ada, "where do we deliver parcels", 0))
                .first()
                .satisfies(hit -> assertThat(hit.item().content()).startsWith("From now on"));
        assertThat(asked(ada, "where did we deliver parcels in february 2024", 0))
                .first()
                .satisfies(hit -> assertThat(hit.item().content()).startsWith("Deliver parcels to the side door"));
    }

    @Test
    void turnsOfALongConversationDoNotReplaceEachOther() {
        String ada = customer();
        said(ada, "2025-01-01", "The parcel box stands beside the garage door.", TALK);
        for (int day = 2; day < 25; day++) {
            said(ada, "2025-01-%02d".formatted(day), "And the parcel box beside the garage, yes, number " + day, TALK);
        }
        untilEmbedded();
        assertThat(asked(ada, "which door is the parcel box beside", 0))
                .first()
                .satisfies(hit -> assertThat(hit.item().content()).endsWith("garage door."));
    }

    @Test
    void meaningIsNamedWhereItSpoke() {
        String ada = customer();
        said(ada, "2026-01-05", "Money was returned to her card after the lamp arrived broken.");
        said(ada, "2026-01-06", "Likes to sail at dawn.");
        untilEmbedded();
        Hit<?> best = asked(ada, "refund for a damaged light", 0).getFirst();
        assertThat(best.reasons()).containsExactly(Reason.MEANING);
        assertThat(best.matchedWords()).isEmpty();
    }

    @Test
    void aConversationIsAlsoAskedByWhatItMeans() {
        String ada = customer();
        said(ada, "2026-01-07", "She wants a refund because the lamp was damaged.", TALK);
        said(ada, "2025-06-01", "Money went back to the card after a light arrived broken.");
        said(ada, "2026-01-06", "Likes to sail at dawn.");
        untilEmbedded();
        Recall recall = memory.recall(ada, RecallRequest.ofConversation(TALK));
        assertThat(recall.mode()).isEqualTo(Recall.Mode.CONVERSATION);
        assertThat(recall.observations())
                .extracting(hit -> hit.item().content())
                .startsWith(
                        "She wants a refund because the lamp was damaged.",
                        "Money went back to the card after a light arrived broken.");
    }
}
