package dev.recalldesk.memory;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What was recalled, best first.
 *
 * @param mode how the answer was found, which may be more modest than what was asked for
 * @param queryTime how long the memory itself took
 */
public record Recall(Mode mode, List<Hit<Observation>> observations, List<Hit<Summary>> summaries, Duration queryTime) {
    /** How an answer was found. */
    public enum Mode {
        QUERY,
        CONVERSATION,
        MOST_RECENT
    }

    /**
     * One thing recalled.
     *
     * @param score 0 to 1, comparable within one answer; empty for the most recent and where a memory gives none
     * @param matchedWords the words of {@code item} that met the question, as they stand there; may be empty
     */
    public record Hit<T>(T item, OptionalDouble score, Set<String> matchedWords) {
        public Hit {
            matchedWords = Set.copyOf(matchedWords);
        }
    }

    public Recall {
        observations = List.copyOf(observations);
        summaries = List.copyOf(summaries);
    }
}
