package dev.recalldesk.memory.archive;

/** Hears how far a long piece of work has come, on the thread that does it. */
public interface ProgressListener {
    ProgressListener NONE = (done, total) -> {};

    /** @param total in the unit of {@code done} (bytes read, customers written), or -1 when it cannot be known */
    void reached(long done, long total);
}
