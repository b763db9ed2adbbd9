package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which traits are promoted to identifiers. Pure functions. */
public final class Promotions {
    private Promotions() {}

    /** How a trait is defined; {@code null} where it is not, or no longer. */
    public static @Nullable TraitDefinition definition(List<TraitGroup> groups, String group, String trait) {
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
}
