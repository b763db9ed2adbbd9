package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Recall;
import java.util.Map;
import java.util.Set;

/**
 * What the index found.
 *
 * @param observations by id, best first
 * @param summaries by id, best first
 * @param stems what was looked for, as the index has it
 */
record Found(Recall.Mode mode, Map<String, Sign> observations, Map<String, Sign> summaries, Set<String> stems) {
    /**
     * How well one text answers.
     *
     * @param score 0 to 1
     * @param reasons what speaks for it beside its words, which are read off the text itself
     */
    record Sign(double score, Set<Recall.Reason> reasons) {}
}
