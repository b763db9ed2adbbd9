package dev.recalldesk.desk;

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
        @Nullable String conversationId) {}
