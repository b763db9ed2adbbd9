package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitChecks;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the definitions of a store say about the traits of a customer. Pure functions. */
final class Defined {
    private Defined() {}

    /** How a trait is defined; {@code null} where it is not, or no longer. */
    static @Nullable TraitDefinition definition(List<TraitGroup> groups, String group, String trait) {
        return groups.stream()
                .filter(one -> one.name().equals(group))
                .findFirst()
                .map(one -> one.traits().get(trait))
                .orElse(null);
    }

    /** The types of identifiers that these traits give. */
    static Set<String> types(List<Trait> traits, List<TraitGroup> groups, IdentitySettings settings) {
        Set<String> types = new HashSet<>();
        for (Trait trait : traits) {
            TraitDefinition definition = definition(groups, trait.group(), trait.name());
            String type = definition == null ? null : definition.promotedTo();
            if (type != null && settings.config(type).isPresent()) {
                types.add(type);
            }
        }
        return types;
    }

    /** Whether the definition changed since the value was written, so that it would not be taken today. */
    static boolean isOutgrown(Trait trait, List<TraitGroup> groups) {
        TraitDefinition definition = definition(groups, trait.group(), trait.name());
        try {
            if (definition != null) {
                TraitChecks.value("value", definition, trait.value());
            }
            return false;
        } catch (MemoryFailure.Invalid e) {
            return true;
        }
    }
}
