package dev.recalldesk.desk;

import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import java.util.List;

/**
 * What is shown about a customer, each part filling when its own answer lands.
 *
 * @param traits every field with the time it changed
 * @param observations the first page of the timeline
 * @param summaries the newest summaries
 * @param relevant what may matter now: recalled for the call's conversation, else the most recent
 */
public record Panel(
        Part<List<Trait>> traits,
        Part<Page<Observation>> observations,
        Part<Page<Summary>> summaries,
        Part<Recall> relevant) {
    /** Nothing asked yet. */
    public static final Panel EMPTY =
            new Panel(new Part.Waiting<>(), new Part.Waiting<>(), new Part.Waiting<>(), new Part.Waiting<>());

    /** Whether no part is still waiting. */
    public boolean settled() {
        return !(traits instanceof Part.Waiting
                || observations instanceof Part.Waiting
                || summaries instanceof Part.Waiting
                || relevant instanceof Part.Waiting);
    }

    Panel withTraits(Part<List<Trait>> next) {
        return new Panel(next, observations, summaries, relevant);
    }

    Panel withObservations(Part<Page<Observation>> next) {
        return new Panel(traits, next, summaries, relevant);
    }

    Panel withSummaries(Part<Page<Summary>> next) {
        return new Panel(traits, observations, next, relevant);
    }

    Panel withRelevant(Part<Recall> next) {
        return new Panel(traits, observations, summaries, next);
    }
}
