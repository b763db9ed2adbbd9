package dev.recalldesk.memory.archive;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** An archive was not imported, and nothing of it was kept. */
public final class ImportFailed extends IOException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // An unmodifiable list of records; never serialised.
    private final List<Problem> problems;

    /** @param line from 1 */
    public record Problem(long line, String message) {
        @Override
        public String toString() {
            return "line " + line + ": " + message;
        }
    }

    public ImportFailed(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file; at most the first 20. */
    public List<Problem> problems() {
        return problems;
    }
}
