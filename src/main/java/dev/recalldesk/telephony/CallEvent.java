package dev.recalldesk.telephony;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a call. The same event may arrive twice, late or not at all; whoever listens treats
 * {@code (adapter, callId, state)} as its identity.
 *
 * @param adapter the source that announced it, such as {@code simulator}
 * @param callId the call, unique within the adapter
 * @param from the caller's number as the phone system wrote it; may be empty or a stand-in for a withheld one
 * @param displayName the name the network sent, which is untrusted text
 * @param to the number that was called
 * @param conversationId the conversation this call belongs to, where the phone system knows it
 * @param at when it happened
 */
public record CallEvent(
        String adapter,
        String callId,
        State state,
        Direction direction,
        String from,
        @Nullable String displayName,
        @Nullable String to,
        @Nullable String queue,
        @Nullable String conversationId,
        Instant at) {
    /** What became of the call. */
    public enum State {
        RINGING,
        ANSWERED,
        HELD,
        ENDED,
        MISSED
    }

    /** Who called whom. */
    public enum Direction {
        IN,
        OUT
    }

    private static final Set<String> WITHHELD =
            Set.of("", "anonymous", "restricted", "unavailable", "unknown", "withheld", "private", "+266696687");

    /** Whether the caller keeps the number to themselves; such a number is never looked up. */
    public boolean withheld() {
        return WITHHELD.contains(from.strip().toLowerCase(Locale.ROOT));
    }
}
