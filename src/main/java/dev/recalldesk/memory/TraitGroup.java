package dev.recalldesk.memory;

import java.util.Map;

/**
 * A named set of fields that customers of one store may have. Limits follow the Memory API: at most 50 groups a store and
 * 95 definitions a group.
 *
 * @param name 1 to 64 letters, digits, {@code _ - .}; cannot change
 * @param description at most 1,024 characters, may be empty
 * @param version from 1, grows by one with every change
 */
public record TraitGroup(String name, String description, Map<String, TraitDefinition> traits, int version) {
    /** The group every store is born with. */
    public static final String CONTACT = "Contact";

    public TraitGroup {
        traits = Map.copyOf(traits);
    }
}
