package dev.recalldesk.memory.archive;

import java.time.Duration;

/**
 * How an import or an export bears with a memory that does not always answer.
 *
 * @param settle how long after a write that may have been done is waited before the memory is asked whether it was
 * @param pause before the second try; doubles from try to try
 * @param tries how often one thing is tried in all, at least 1
 * @param seen how long what was written may take to be found
 */
public record Patience(Duration settle, Duration pause, int tries, Duration seen) {
    /** For daily work: about half a minute of trouble is sat out. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(500), 6, Duration.ofMinutes(1));
}
