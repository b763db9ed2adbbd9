package dev.recalldesk.memory.twilio;

import static dev.recalldesk.memory.twilio.Request.Method.DELETE;
import static dev.recalldesk.memory.twilio.Request.Method.PATCH;
import static dev.recalldesk.memory.twilio.Request.Method.POST;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trait groups of one store, which in both dialects belong to the control plane. Thread-safe. */
final class GroupsOnTheWire {
    private static final String PAGE = "50";
    private final StorePaths paths;
    private final Line line;
    private final Operations operations;

    GroupsOnTheWire(StorePaths paths, Line line, Operations operations) {
        this.paths = paths;
        this.line = line;
        this.operations = operations;
    }

    List<TraitGroup> all() {
        Path first = paths.traitGroups().with("pageSize", PAGE).with("includeTraits", "true");
        return PageJson.all(token -> PageJson.objects(
                        line.ask(Request.read(first.with("pageToken", token))).fields(),
                        "traitGroups",
                        DefinitionJson::read))
                .stream()
                .sorted(Comparator.comparing(TraitGroup::name))
                .toList();
    }

    void create(TraitGroup group) {
        Optional<String> _ = operations.done(Request.writeOnce(POST, paths.traitGroups(), DefinitionJson.write(group)));
    }

    void update(String name, @Nullable String description, Map<String, @Nullable TraitDefinition> changes) {
        Optional<String> _ = operations.done(
                Request.write(PATCH, paths.traitGroups().to(name), DefinitionJson.write(description, changes)));
    }

    void delete(String name) {
        Optional<String> _ =
                operations.done(Request.write(DELETE, paths.traitGroups().to(name), null));
    }

    /** By what a customer with these traits can be found. */
    List<Identifier> identifying(Map<String, Map<String, TraitValue>> traits) {
        List<Identifier> all = new ArrayList<>();
        for (TraitGroup group : all()) {
            traits.getOrDefault(group.name(), Map.of()).forEach((name, value) -> {
                TraitDefinition definition = group.traits().get(name);
                if (definition != null && definition.promotedTo() != null) {
                    all.add(new Identifier(definition.promotedTo(), List.of(value.text())));
                }
            });
        }
        return all;
    }
}
