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

    /** What speaks for a thing recalled. */
    public enum Reason {
        /** It has words of the question, possibly in another form. */
        WORDS,
        /** It has a number, an id or a quoted phrase of the question exactly as asked. */
        EXACT,
        /** It says something like what was asked for, whatever the words. */
        MEANING,
        /** Something else of the same conversation meets the question. */
        CONVERSATION,
        /** It occurred in a time the question names. */
        DATE
    }

    /**
     * One thing recalled.
     *
     * @param score 0 to 1, comparable within one answer; empty for the most recent and where a memory gives none
     * @param matchedWords the words of {@code item} that met the question, as they stand there; may be empty
     * @param reasons why it is shown; empty for the most recent and where a memory does not say
     */
    public record Hit<T>(T item, OptionalDouble score, Set<String> matchedWords, Set<Reason> reasons) {
        public Hit {
            matchedWords = Set.copyOf(matchedWords);
            reasons = Set.copyOf(reasons);
        }
    }

    public Recall {
        observations = List.copyOf(observations);
        summaries = List.copyOf(summaries);
    }
}
