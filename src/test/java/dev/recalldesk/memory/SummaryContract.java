package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Summaries are kept, listed, corrected and deleted. */
abstract class SummaryContract extends MemoryArea {
    SummaryContract(Callable<MemoryAccount> source) {
        super(source);
    }

    @Test
    void summariesAreKeptCorrectedAndDeleted() {
        String ada = customer();
        memory.addSummaries(
                ada,
                List.of(
                        new NewSummary(TALK, "Asked about moorings.", null, NOON),
                        new NewSummary(OTHER_TALK, "Paid the bill.", "bot", NOON)));
        eventually(() -> assertThat(summaries(ada, null)).hasSize(2));
        assertThat(summaries(ada, null))
                .extracting(Summary::content)
                .containsExactly("Paid the bill.", "Asked about moorings.");
        Summary moorings = summaries(ada, TALK).getFirst();
        assertThat(moorings.source()).isNull();
        assertThat(moorings.occurredAt()).isEqualTo(NOON);
        memory.correctSummary(ada, moorings.id(), new SummaryPatch(null, "Booked a mooring.", null, null));
        eventually(
                () -> assertThat(memory.summary(ada, moorings.id()).content()).isEqualTo("Booked a mooring."));
        memory.deleteSummary(ada, moorings.id());
        eventually(() -> notFound(() -> memory.summary(ada, moorings.id())));
        invalid("conversationId", () -> memory.addSummaries(ada, List.of(new NewSummary("talk", "x", null, NOON))));
        invalid("summaries", () -> memory.addSummaries(ada, List.of()));
    }

    private List<Summary> summaries(String profile, String conversation) {
        return memory.summaries(profile, conversation, PageRequest.first(50)).items();
    }
}
