package dev.recalldesk.memory;

import java.util.List;

/**
 * The answer to "who has this identifier".
 *
 * @param normalizedValue what was really searched for, so that the agent can see it
 * @param profileIds canonical ids, at most 100; empty when nobody has it
 */
public record Lookup(String normalizedValue, List<String> profileIds) {
    public Lookup {
        profileIds = List.copyOf(profileIds);
    }
}
