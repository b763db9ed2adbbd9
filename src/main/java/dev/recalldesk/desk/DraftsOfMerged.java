package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads drafts about customers who became one with others, while nobody looked, to where they will be found. Blocks; a memory
 * that does not answer leaves them where they are for the next time.
 */
public record DraftsOfMerged(Drafts drafts, Memory memory) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DraftsOfMerged.class);
    private static final String CUSTOMER = "customer:";

    @Override
    public void run() {
        try {
            for (String key : drafts.all().keySet()) {
                if (key.startsWith(CUSTOMER)) {
                    follow(key);
                }
            }
        } catch (MemoryFailure | DeskStoreFailure e) {
            LOG.warn("Not every draft could be led to its customer", e);
        }
    }

    private void follow(String key) {
        try {
            String stays = CUSTOMER + memory.canonicalId(key.substring(CUSTOMER.length()));
            if (!stays.equals(key)) {
                drafts.move(key, stays);
            }
        } catch (MemoryFailure.NotFound e) {
            LOG.debug("A draft is about a customer who is gone", e);
        }
    }
}
