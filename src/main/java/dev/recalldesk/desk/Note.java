package dev.recalldesk.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note on its way into the memory.
 *
 * @param id names the row in the outbox
 * @param encounterKey the call it was written in
 * @param profileId whose note it is; {@code null} while parked
 * @param customerName for the outbox list; the number while nobody is known
 * @param content 1 to 4,096 characters
 * @param source {@code agent.<name>}
 * @param occurredAt when it was saved; unique within one outbox, so that a note can be recognised in the memory
 * @param state how far it came
 * @param reason why it needs the agent, the name of a {@link NoteTrouble}; {@code null} in other states
 * @param stateSince when it came that far
 */
public record Note(
        String id,
        String encounterKey,
        @Nullable String profileId,
        String customerName,
        String content,
        String source,
        Instant occurredAt,
        @Nullable String conversationId,
        State state,
        @Nullable String reason,
        Instant stateSince) {
    /** How far a note came. Each word says only what is true. */
    public enum State {
        /** On this computer; it can still be taken back. */
        SAVED_HERE,
        /** Being handed to the memory. */
        SENDING,
        /** The memory took it; it has not been seen in the list yet. */
        ACCEPTED,
        /** Seen in the customer's list. */
        IN_MEMORY,
        /** The memory refused it; the agent has to decide. */
        NEEDS_YOU,
        /** On this computer, without a customer yet. */
        PARKED
    }

    Note in(State next, Instant since) {
        return new Note(
                id,
                encounterKey,
                profileId,
                customerName,
                content,
                source,
                occurredAt,
                conversationId,
                next,
                null,
                since);
    }
}
