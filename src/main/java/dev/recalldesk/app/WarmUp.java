package dev.recalldesk.app;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Trait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the memory once what every call will ask, right after the window has opened, so that the first caller of the day does
 * not wait for files to be read and code to be loaded. The answers are thrown away.
 */
record WarmUp(Memory memory) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    /** From a range nobody can have. */
    private static final String NOBODY = "+15005550100";

    @Override
    public void run() {
        try {
            Lookup _ = memory.lookup(Identifier.PHONE, NOBODY);
            for (String profileId : memory.profiles(PageRequest.first(1)).items()) {
                Page<Trait> _ = memory.traits(profileId, PageRequest.first(100));
                Page<Observation> _ = memory.observations(profileId, ObservationFilter.NONE, PageRequest.first(50));
                Recall _ = memory.recall(profileId, RecallRequest.mostRecent());
                Recall _ = memory.recall(profileId, RecallRequest.ofQuery("order"));
            }
        } catch (MemoryFailure e) {
            LOG.debug("Nothing was warmed up", e);
        }
    }
}
