package dev.recalldesk.memory.local;

/** What is wrong with one line of an archive. */
final class LineProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LineProblem(String message) {
        super(message);
    }
}
