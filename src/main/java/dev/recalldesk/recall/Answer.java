package dev.recalldesk.recall;

import dev.recalldesk.memory.Recall;
import java.time.Duration;
import java.util.List;

/**
 * What a search brought.
 *
 * @param search what was asked
 * @param mode how the memory really answered
 * @param memory how long the memory says it took
 * @param total how long the agent waited for it, without the pause in typing
 */
public record Answer(
        Search search,
        Recall.Mode mode,
        List<Finding> facts,
        List<Finding> summaries,
        Duration memory,
        Duration total) {
    static Answer of(Search search, Recall recall, Duration total) {
        String question = search.asking() == Asking.QUESTION ? search.question() : "";
        return new Answer(
                search,
                recall.mode(),
                recall.observations().stream()
                        .map(hit -> Finding.fact(hit, question))
                        .toList(),
                recall.summaries().stream()
                        .map(hit -> Finding.summary(hit, question))
                        .toList(),
                recall.queryTime(),
                total);
    }

    public boolean empty() {
        return facts.isEmpty() && summaries.isEmpty();
    }

    public int count() {
        return facts.size() + summaries.size();
    }
}
