package dev.recalldesk.recall;

import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.ui.Text;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing recalled, as a row shows it.
 *
 * @param source who wrote it; {@code null} where the memory does not say
 * @param at when it happened
 * @param corrected whether it was changed since it was written
 * @param words the words that met the question, as they stand in the text
 * @param why one sentence on what spoke for it; empty where nothing was ranked
 */
public record Finding(
        Kind kind,
        String id,
        String text,
        @Nullable String source,
        Instant at,
        boolean corrected,
        OptionalDouble score,
        Set<String> words,
        String why) {
    /** What was recalled. */
    public enum Kind {
        FACT("recall.facts"),
        SUMMARY("recall.summaries");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** What a list of them is called. */
        public String title() {
            return Text.get(key);
        }
    }

    /** @param question what was asked; empty when it was inferred */
    static Finding fact(Recall.Hit<Observation> hit, String question) {
        Observation fact = hit.item();
        return new Finding(
                Kind.FACT,
                fact.id(),
                fact.content(),
                fact.source(),
                fact.occurredAt(),
                !fact.updatedAt().equals(fact.createdAt()),
                hit.score(),
                hit.matchedWords(),
                WhyShown.sentence(hit, question));
    }

    /** @param question what was asked; empty when it was inferred */
    static Finding summary(Recall.Hit<Summary> hit, String question) {
        Summary summary = hit.item();
        return new Finding(
                Kind.SUMMARY,
                summary.id(),
                summary.content(),
                summary.source(),
                summary.occurredAt(),
                !summary.updatedAt().equals(summary.createdAt()),
                hit.score(),
                hit.matchedWords(),
                WhyShown.sentence(hit, question));
    }
}
