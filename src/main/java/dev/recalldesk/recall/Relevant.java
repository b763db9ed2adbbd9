package dev.recalldesk.recall;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Recall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may matter now, without being asked. */
public sealed interface Relevant {
    /** The most rows it may take from the timeline below. */
    int MOST = 3;

    /** Nobody is shown, or there is nothing to say. */
    record Nothing() implements Relevant {}

    record Waiting() implements Relevant {}

    /**
     * At least one finding.
     *
     * @param best at most {@value Relevant#MOST}
     * @param all how many there are
     */
    record Some(List<Finding> best, Recall.Mode mode, int all) implements Relevant {}

    record Failed(MemoryFailure failure) implements Relevant {}

    static Relevant of(@Nullable Encounter encounter) {
        if (encounter == null || encounter.customer().isEmpty()) {
            return new Nothing();
        }
        return switch (encounter.panel().relevant()) {
            case Part.Waiting<Recall> waiting -> new Waiting();
            case Part.Failed<Recall> failed -> new Failed(failed.failure());
            case Part.Ready<Recall> ready -> of(ready.value());
        };
    }

    private static Relevant of(Recall recall) {
        int all = recall.observations().size() + recall.summaries().size();
        List<Finding> best = recall.observations().stream()
                .limit(MOST)
                .map(hit -> Finding.fact(hit, ""))
                .toList();
        return best.isEmpty() ? new Nothing() : new Some(best, recall.mode(), all);
    }
}
