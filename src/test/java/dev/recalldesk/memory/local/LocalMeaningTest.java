package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by what it means, with the model itself. */
class LocalMeaningTest {
    private static final String REFUND = "Money was returned to her card after the lamp arrived broken.";
    private static final String PARAPHRASE = "reimbursement for damaged goods";

    @TempDir
    Path folder;

    private LocalAccount account;
    private Memory memory;
    private String ada;

    @BeforeEach
    void open() throws IOException {
        account = open(null);
        memory = account.open(account.createStore("Harbor", "").id());
        ada = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
        said(REFUND);
        said("Likes to sail at dawn.");
        said("Mooring seven is paid until June.");
    }

    private LocalAccount open(Duration rest) throws IOException {
        return LocalAccount.open(folder, "US", new TestClock("2026-03-04T09:00:00Z"), rest);
    }

    private void reopen(Duration rest) throws IOException {
        String store = memory.store().id();
        account.close();
        account = open(rest);
        memory = account.open(store);
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void said(String content) {
        memory.addObservations(
                ada, List.of(new NewObservation(content, "agent", Instant.parse("2026-01-05T10:00:00Z"), List.of())));
    }

    private List<String> asked(String question) {
        return memory.recall(ada, RecallRequest.ofQuery(question)).observations().stream()
                .map(hit -> hit.item().content())
                .toList();
    }

    private int count(String sql) {
        return account.database()
                .read(handle -> handle.select(sql).mapTo(Integer.class).one());
    }

    private void untilEmbedded() {
        await().atMost(Duration.ofSeconds(60)).until(() -> account.database().read(VectorRows::waitingCount) == 0);
    }

    @Test
    void wordsAnswerAtOnceAndMeaningAMomentLater() throws IOException {
        assertThat(asked(PARAPHRASE)).isEmpty();
        assertThat(asked("mooring")).containsExactly("Mooring seven is paid until June.");
        reopen(Duration.ZERO);
        untilEmbedded();
        assertThat(asked(PARAPHRASE)).first().isEqualTo(REFUND);
        said("The hull leaks below the waterline.");
        assertThat(asked("hull leaks")).first().isEqualTo("The hull leaks below the waterline.");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(asked("boat takes on water"))
                        .first()
                        .isEqualTo("The hull leaks below the waterline."));
    }

    @Test
    void theFirstQuestionIsAnsweredWithoutTheModelAndSendsForIt() throws IOException {
        reopen(Duration.ofDays(1));
        assertThat(asked("mooring")).containsExactly("Mooring seven is paid until June.");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(asked(PARAPHRASE)).first().isEqualTo(REFUND));
    }

    @Test
    void onlyAnExactAnswerScoresOneAndTheUnrelatedNearlyNothing() throws IOException {
        reopen(Duration.ZERO);
        untilEmbedded();
        assertThat(best("Likes to sail at dawn")).isGreaterThan(0.9);
        assertThat(best(PARAPHRASE)).isBetween(0.2, 0.9);
        Recall unrelated = memory.recall(ada, RecallRequest.ofQuery("quantum chromodynamics lattice"));
        assertThat(unrelated.observations())
                .allSatisfy(hit -> assertThat(hit.score().orElseThrow()).isLessThan(0.2));
        RecallRequest strict = new RecallRequest(PARAPHRASE, null, null, null, 20, 5, 0.99);
        assertThat(memory.recall(ada, strict).observations()).isEmpty();
    }

    private double best(String question) {
        return memory.recall(ada, RecallRequest.ofQuery(question))
                .observations()
                .getFirst()
                .score()
                .orElseThrow();
    }

    @Test
    void whatWaitsIsWrittenInOneWithTheTextAndLostByNoCrash() throws IOException {
        assertThat(count("SELECT COUNT(*) FROM unembedded")).isEqualTo(3);
        reopen(null);
        assertThat(count("SELECT COUNT(*) FROM unembedded")).isEqualTo(3);
        reopen(Duration.ZERO);
        untilEmbedded();
        assertThat(count("SELECT COUNT(*) FROM vector")).isEqualTo(3);
    }

    @Test
    void correctedAndDeletedTextsLeaveNoVectorBehind() throws IOException {
        reopen(Duration.ZERO);
        untilEmbedded();
        reopen(null);
        List<String> ids = memory.observations(ada, ObservationFilter.NONE, PageRequest.first(10)).items().stream()
                .map(each -> each.id())
                .toList();
        memory.deleteObservation(ada, ids.getFirst());
        assertThat(count("SELECT COUNT(*) FROM vector")).isEqualTo(2);
        memory.correctObservation(ada, ids.getLast(), ObservationPatch.ofContent("Wants the newspaper delivered."));
        assertThat(count("SELECT COUNT(*) FROM vector")).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM unembedded")).isEqualTo(1);
        memory.deleteProfile(ada);
        assertThat(count("SELECT COUNT(*) FROM vector")).isZero();
        assertThat(count("SELECT COUNT(*) FROM unembedded")).isZero();
    }

    @Test
    void aVectorMadeForWordsSinceCorrectedIsNotKept() {
        VectorRows.Waiting old =
                account.database().read(handle -> VectorRows.waiting(handle, 1)).getFirst();
        account.database()
                .writeQuietly(handle -> VectorRows.keep(
                        handle, new VectorRows.Waiting(old.id(), "Other words."), MeaningModel.NAME, new byte[384]));
        assertThat(count("SELECT COUNT(*) FROM vector")).isZero();
        assertThat(count("SELECT COUNT(*) FROM unembedded")).isEqualTo(3);
    }
}
