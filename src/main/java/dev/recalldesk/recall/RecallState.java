package dev.recalldesk.recall;

import dev.recalldesk.memory.MemoryFailure;
import org.jspecify.annotations.Nullable;

/** How far a question came. */
public sealed interface RecallState {
    /** Nothing is asked; the feed belongs to the timeline. */
    record Idle() implements RecallState {}

    /** @param before what is shown until the answer comes */
    record Searching(@Nullable Answer before) implements RecallState {}

    record Found(Answer answer) implements RecallState {}

    /** The memory answered, with nothing. */
    record Nothing(Answer answer) implements RecallState {}

    /** @param before what was found last and is still shown */
    record Failed(MemoryFailure failure, @Nullable Answer before) implements RecallState {}

    /** What there is to show meanwhile. */
    default @Nullable Answer shown() {
        return switch (this) {
            case Idle idle -> null;
            case Searching searching -> searching.before();
            case Found found -> found.answer();
            case Nothing nothing -> null;
            case Failed failed -> failed.before();
        };
    }
}
