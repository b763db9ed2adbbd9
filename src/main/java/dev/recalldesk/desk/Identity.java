package dev.recalldesk.desk;

import dev.recalldesk.memory.MemoryFailure;
import java.util.List;

/** Who is on the line, as far as the desk knows. */
public sealed interface Identity {
    /** The memory is being asked. */
    record Searching() implements Identity {}

    /**
     * One customer.
     *
     * @param confirmed {@code false} while the name comes from the desk's own cache and the memory has not answered yet
     */
    record Known(Customer customer, boolean confirmed) implements Identity {}

    /** Several customers have this number and nobody chose yet. */
    record Several(List<Candidate> candidates) implements Identity {
        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nobody has this number. */
    record Nobody(String searchedAs) implements Identity {}

    /** The number was withheld or is no phone number, so there is nothing to look up. */
    record Withheld() implements Identity {}

    /** The memory could not say. */
    record Unanswered(MemoryFailure failure) implements Identity {}
}
