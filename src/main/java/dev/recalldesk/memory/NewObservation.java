package dev.recalldesk.memory;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** An observation to be remembered; the limits are those of {@link Observation}. */
public record NewObservation(String content, String source, Instant occurredAt, List<String> conversationIds) {
    /** The most characters (UTF-16 units) a remembered text may have. */
    public static final int MAX_CONTENT = 4096;

    private static final Pattern CONVERSATION = Pattern.compile("(conv|comms)_conversation_[0-7][0-9a-z]{25}");

    public NewObservation {
        conversationIds = List.copyOf(conversationIds);
    }

    /** Whether this can name a conversation. */
    public static boolean isConversation(String id) {
        return CONVERSATION.matcher(id).matches();
    }
}
