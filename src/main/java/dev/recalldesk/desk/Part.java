package dev.recalldesk.desk;

import dev.recalldesk.memory.MemoryFailure;
import java.time.Instant;

/** One part of a panel: on its way, here, or not to be had. */
public sealed interface Part<T> {
    /** The answer has not come yet. */
    record Waiting<T>() implements Part<T> {}

    /** The answer, and when it came. */
    record Ready<T>(T value, Instant asOf) implements Part<T> {}

    /** The memory could not answer. */
    record Failed<T>(MemoryFailure failure) implements Part<T> {}
}
