package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds drafts about customers who became one with others while nobody looked. It moves nothing itself: the draft may be open
 * on the screen, and only there is it clear what was typed last. Thread-safe.
 */
public final class DraftsOfMerged {
    private static final Logger LOG = LoggerFactory.getLogger(DraftsOfMerged.class);
    private final Drafts drafts;
    private final Memory memory;
    private final List<Found> listeners = new CopyOnWriteArrayList<>();

    /** Hears of a draft that is about somebody else by now. */
    @FunctionalInterface
    public interface Found {
        /**
         * @param from the encounter it was written in
         * @param to the encounter of the customer that stays
         */
        void found(String from, String to);
    }

    public DraftsOfMerged(Drafts drafts, Memory memory) {
        this.drafts = drafts;
        this.memory = memory;
    }

    /** @param listener called from the thread that looks */
    public void onFound(Found listener) {
        listeners.add(listener);
    }

    /** Looks through the drafts. Blocks; what a memory that does not answer leaves open is found the next time. */
    public void look() {
        try {
            for (String key : drafts.all().keySet()) {
                Encounter.customerOf(key).ifPresent(this::follow);
            }
        } catch (MemoryFailure | DeskStoreFailure e) {
            LOG.warn("Not every draft could be led to its customer", e);
        }
    }

    private void follow(String profileId) {
        try {
            String stays = memory.canonicalId(profileId);
            if (!stays.equals(profileId)) {
                listeners.forEach(listener -> listener.found(Encounter.keyOf(profileId), Encounter.keyOf(stays)));
            }
        } catch (MemoryFailure.NotFound e) {
            LOG.debug("A draft is about a customer who is gone", e);
        }
    }
}
