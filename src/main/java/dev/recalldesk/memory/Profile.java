package dev.recalldesk.memory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A customer.
 *
 * @param id the canonical id, which differs from the one asked for when two customers were merged
 * @param traits group → trait → value
 */
public record Profile(String id, Instant createdAt, Map<String, Map<String, TraitValue>> traits) {
    public Profile {
        traits = Map.copyOf(traits);
    }

    /** One value in words, or nothing when the customer has no such trait. */
    public Optional<String> text(String group, String trait) {
        return Optional.ofNullable(traits.get(group))
                .map(values -> values.get(trait))
                .map(TraitValue::text);
    }

    /** First and last name, or nothing when neither is known. */
    public Optional<String> name() {
        String name = (text("Contact", "firstName").orElse("") + " "
                        + text("Contact", "lastName").orElse(""))
                .strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
