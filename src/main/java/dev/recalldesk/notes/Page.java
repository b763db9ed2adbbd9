package dev.recalldesk.notes;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The note of one encounter while the program runs. Confined to the UI thread. */
final class Page {
    final String key;
    NoteText note = NoteText.EMPTY;
    NoteState.Draft draft = new NoteState.Draft.Nothing();
    /** Numbers of which the agent said that they are no cards. */
    final Set<String> notCards = new HashSet<>();

    /** Whether the draft on disk has been read; until then it must not be overwritten. */
    boolean loaded;

    /** Ends when the draft has been read, or the note saved. */
    Future<?> underWay = CompletableFuture.completedFuture(null);

    /** Whether the note differs from the draft on disk. */
    boolean dirty;

    /** What is being handed to the outbox at this moment; {@code null} when nothing is. */
    @Nullable
    NoteText saving;

    /** Where everything written here belongs by now; {@code null} while that is here. */
    @Nullable
    String movesTo;

    /** Pages whose words stand here and are still on the disk there, until this one is as well. */
    final Set<String> cameFrom = new HashSet<>();

    boolean failed;

    Page(String key) {
        this.key = key;
    }
}
