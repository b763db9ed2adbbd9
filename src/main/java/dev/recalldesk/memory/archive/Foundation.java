package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store must know before customers come into it. Looks first each time, so that it can be done any number of times. A
 * store that was there before keeps its definitions and its settings and gets only what it lacks.
 */
final class Foundation {
    private final Memory memory;
    private final Survey survey;
    private final boolean fresh;
    private final Attempts attempts;

    /** @param fresh whether the store was made for this archive */
    Foundation(Memory memory, Survey survey, boolean fresh, Attempts attempts) {
        this.memory = memory;
        this.survey = survey;
        this.fresh = fresh;
        this.attempts = attempts;
    }

    void lay() {
        survey.groups().forEach(group -> attempts.make(() -> group(group)));
        if (fresh) {
            attempts.make(this::settings);
        }
    }

    private void group(TraitGroup wanted) {
        List<TraitGroup> there = memory.traitGroups();
        TraitGroup present = there.stream()
                .filter(one -> one.name().equals(wanted.name()))
                .findFirst()
                .orElse(null);
        if (present == null) {
            memory.createTraitGroup(wanted);
            return;
        }
        Map<String, @Nullable TraitDefinition> changes = changes(present, wanted);
        boolean described = !fresh || present.description().equals(wanted.description());
        if (!changes.isEmpty() || !described) {
            memory.updateTraitGroup(wanted.name(), described ? null : wanted.description(), changes);
        }
    }

    private Map<String, @Nullable TraitDefinition> changes(TraitGroup present, TraitGroup wanted) {
        Map<String, @Nullable TraitDefinition> changes = new HashMap<>();
        wanted.traits().forEach((name, definition) -> {
            TraitDefinition old = present.traits().get(name);
            if (old == null || (fresh && !old.equals(definition))) {
                changes.put(name, definition);
            }
        });
        if (fresh) {
            present.traits().keySet().stream()
                    .filter(name -> !wanted.traits().containsKey(name))
                    .forEach(name -> changes.put(name, null));
        }
        return changes;
    }

    private void settings() {
        IdentitySettings present = memory.identitySettings();
        IdentitySettings wanted = survey.wanted(present);
        boolean same = present.identifierConfigs().equals(wanted.identifierConfigs())
                && present.matchingRules().equals(wanted.matchingRules());
        if (!same) {
            memory.updateIdentitySettings(wanted);
        }
    }
}
