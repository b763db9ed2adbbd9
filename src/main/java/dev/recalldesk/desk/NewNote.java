package dev.recalldesk.desk;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import org.jspecify.annotations.Nullable;

/**
 * A note to be saved.
 *
 * @param encounterKey the call it was written in
 * @param profileId whose note it is; {@code null} parks it until that is known
 * @param customerName for the outbox list; the number while nobody is known
 * @param content 1 to 4,096 characters; white space around it is not kept
 * @param source from {@link NoteSource}
 */
public record NewNote(
        String encounterKey,
        @Nullable String profileId,
        String customerName,
        String content,
        String source,
        @Nullable String conversationId) {
    /** @throws MemoryFailure.Invalid when the content is empty or too long */
    public NewNote {
        content = content.strip();
        if (content.isEmpty() || content.length() > NewObservation.MAX_CONTENT) {
            throw new MemoryFailure.Invalid("content", "A note has 1 to " + NewObservation.MAX_CONTENT + " characters");
        }
    }
}
