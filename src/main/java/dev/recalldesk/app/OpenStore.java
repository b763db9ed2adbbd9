package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.desk.CallLog;
import dev.recalldesk.desk.CustomerDirectory;
import dev.recalldesk.desk.DeskStoreFailure;
import dev.recalldesk.desk.Drafts;
import dev.recalldesk.desk.DraftsOfMerged;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.desk.Recovery;
import dev.recalldesk.desk.ScreenPop;
import dev.recalldesk.desk.Senders;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts below the screen that belong to one store. They go on working while another store is in front: notes are sent,
 * and calls that were met here are followed to their end.
 *
 * @param storeName as it was called when it was opened
 */
public record OpenStore(
        Connection connection,
        MemoryAccount account,
        String storeId,
        String storeName,
        Memory memory,
        Drafts drafts,
        DraftsOfMerged merged,
        Outbox outbox,
        Senders senders,
        CallLog log,
        ScreenPop pop,
        CustomerDirectory directory,
        Recovery recovery)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);

    /** Whether this is that store, reached in that way. */
    boolean is(String connectionId, String otherStoreId) {
        return connection.id().equals(connectionId) && storeId.equals(otherStoreId);
    }

    /** Sends nothing more after the note in hand; what is left goes on with the next opening. */
    @Override
    public void close() {
        recovery.close();
        outbox.close();
    }

    /** Others can tell a process that has ended anyway. */
    void withdraw() {
        try {
            senders.withdraw(storeId);
        } catch (DeskStoreFailure e) {
            LOG.warn("The desk's file did not take that this desk sends no more", e);
        }
    }
}
