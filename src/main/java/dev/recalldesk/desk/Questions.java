package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desk asks a memory about one customer, the same for the window and for a command. Thread-safe; blocks. */
public final class Questions {
    /** How many facts and how many summaries a question asks for, and how relevant they are at least. */
    public static final int FACTS = 20;

    public static final int SUMMARIES = 5;
    public static final double LEAST_RELEVANCE = 0.20;

    private static final int TIMELINE = 50;
    private static final int NEWEST_SUMMARIES = 10;
    private static final int RELEVANT_FACTS = 8;
    private static final int RELEVANT_SUMMARIES = 3;
    private static final int TRAITS = 100;

    private final Memory memory;

    Questions(Memory memory) {
        this.memory = memory;
    }

    /** What may matter now, without anybody asking. */
    public static RecallRequest relevant(@Nullable String conversationId) {
        return new RecallRequest(null, conversationId, null, null, RELEVANT_FACTS, RELEVANT_SUMMARIES, 0);
    }

    /** What answers a question. */
    public static RecallRequest asked(String question, @Nullable String conversationId) {
        return new RecallRequest(question, conversationId, null, null, FACTS, SUMMARIES, LEAST_RELEVANCE);
    }

    List<Trait> traits(String profileId) {
        List<Trait> all = new ArrayList<>();
        @Nullable PageRequest next = PageRequest.first(TRAITS);
        while (next != null) {
            Page<Trait> page = memory.traits(profileId, next);
            all.addAll(page.items());
            next = page.nextToken() == null ? null : next.after(page.nextToken());
        }
        return List.copyOf(all);
    }

    Page<Observation> observations(String profileId) {
        return memory.observations(profileId, ObservationFilter.NONE, PageRequest.first(TIMELINE));
    }

    Page<Summary> summaries(String profileId) {
        return memory.summaries(profileId, null, PageRequest.first(NEWEST_SUMMARIES));
    }
}
