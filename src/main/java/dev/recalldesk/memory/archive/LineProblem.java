package dev.recalldesk.memory.archive;

/** What is wrong with one line of an archive. */
public final class LineProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LineProblem(String message) {
        super(message);
    }
}
