package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.Matching;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a customer comes into a memory that takes whoever has one of their identifiers for them. What several customers may have
 * would make them one with whoever has it, so it is given to them only once they are there, wherever they have another
 * identifier to be made with.
 *
 * @param first what the customer is made with
 * @param later what is added then; may be empty
 * @param claims by what the customer is found afterwards, the surest first; none where the memory would not take them
 * @param told every identifier that the traits give
 */
record CustomerPlan(
        Map<String, Map<String, TraitValue>> first,
        Map<String, Map<String, TraitValue>> later,
        List<Identifier> claims,
        List<Identifier> told) {

    static CustomerPlan of(
            Map<String, Map<String, TraitValue>> traits, List<TraitGroup> groups, IdentitySettings settings) {
        List<Identifier> own = new ArrayList<>();
        List<Identifier> shared = new ArrayList<>();
        Map<String, Map<String, TraitValue>> first = new LinkedHashMap<>();
        Map<String, Map<String, TraitValue>> later = new LinkedHashMap<>();
        traits.forEach((group, values) -> values.forEach((trait, value) -> {
            Optional<IdentifierConfig> type = promoted(groups, group, trait, settings);
            boolean several = type.isPresent() && !type.get().unique();
            TraitValue _ = (several ? later : first)
                    .computeIfAbsent(group, name -> new LinkedHashMap<>())
                    .put(trait, value);
            type.ifPresent(
                    config -> (several ? shared : own).add(new Identifier(config.idType(), List.of(value.text()))));
        }));
        List<Identifier> told = new ArrayList<>(own);
        told.addAll(shared);
        if (own.isEmpty()) {
            return new CustomerPlan(traits, Map.of(), shared, told);
        }
        own.sort(Comparator.comparing(one -> settings.config(one.idType())
                .filter(config -> config.matching() == Matching.EXACT)
                .isEmpty()));
        return new CustomerPlan(first, later, own, told);
    }

    private static Optional<IdentifierConfig> promoted(
            List<TraitGroup> groups, String group, String trait, IdentitySettings settings) {
        TraitDefinition definition = Defined.definition(groups, group, trait);
        return Optional.ofNullable(definition)
                .flatMap(one -> Optional.ofNullable(one.promotedTo()))
                .flatMap(settings::config);
    }
}
