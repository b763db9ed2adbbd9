package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a store as the lines of an archive, reading it within one transaction of the caller's. Confined to one export. */
final class ArchiveWriter {
    private final Handle handle;
    private final Writer out;

    ArchiveWriter(Handle handle, Writer out) {
        this.handle = handle;
        this.out = out;
    }

    void header(Store store, Instant asOf) {
        line(line("header")
                .put("format", ArchiveReader.FORMAT)
                .put("store", store.displayName())
                .put("description", store.description())
                .put("asOf", asOf.toString()));
    }

    void traitGroup(TraitGroup group) {
        ObjectNode line = line("traitGroup").put("name", group.name()).put("description", group.description());
        line.set("traits", TraitJson.definitionsNode(group.traits()));
        line(line);
    }

    void identitySettings(IdentitySettings settings, List<String> implied) {
        line(ArchiveIdentity.write(line("identitySettings"), settings, implied));
    }

    void profile(String profileId, Instant createdAt, List<TraitGroup> groups, IdentitySettings settings) {
        ObjectNode line = line("profile").put("ref", profileId).put("createdAt", createdAt.toString());
        ObjectNode traits = line.putObject("traits");
        ObjectNode changedAt = TraitJson.MAPPER.createObjectNode();
        ObjectNode unchecked = TraitJson.MAPPER.createObjectNode();
        List<Trait> all = TraitRows.of(handle, profileId);
        for (Trait trait : all) {
            traits.withObjectProperty(trait.group()).set(trait.name(), TraitJson.node(trait.value()));
            if (isOutgrown(trait, groups)) {
                unchecked.withArrayProperty(trait.group()).add(trait.name());
            }
            if (!trait.changedAt().equals(createdAt)) {
                changedAt
                        .withObjectProperty(trait.group())
                        .put(trait.name(), trait.changedAt().toString());
            }
        }
        if (!changedAt.isEmpty()) {
            line.set("changedAt", changedAt);
        }
        if (!unchecked.isEmpty()) {
            line.set("unchecked", unchecked);
        }
        line(line);
        identifiers(profileId, promotedTypes(all, groups, settings));
        observations(profileId);
        summaries(profileId);
    }

    private static Set<String> promotedTypes(List<Trait> traits, List<TraitGroup> groups, IdentitySettings settings) {
        Set<String> types = new HashSet<>();
        for (Trait trait : traits) {
            TraitDefinition definition = definition(trait, groups);
            String type = definition == null ? null : definition.promotedTo();
            if (type != null && settings.config(type).isPresent()) {
                types.add(type);
            }
        }
        return types;
    }

    /** Whether the definition changed since the value was written, so that it would not be taken today. */
    private static boolean isOutgrown(Trait trait, List<TraitGroup> groups) {
        TraitDefinition definition = definition(trait, groups);
        try {
            if (definition != null) {
                TraitChecks.value("value", definition, trait.value());
            }
            return false;
        } catch (MemoryFailure.Invalid e) {
            return true;
        }
    }

    private static @Nullable TraitDefinition definition(Trait trait, List<TraitGroup> groups) {
        return groups.stream()
                .filter(group -> group.name().equals(trait.group()))
                .findFirst()
                .map(group -> group.traits().get(trait.name()))
                .orElse(null);
    }

    /** Each list is marked complete: what the traits alone would give may differ from it in content and order. */
    private void identifiers(String profileId, Set<String> promoted) {
        Set<String> without = new HashSet<>(promoted);
        for (Identifier identifier : IdentifierRows.of(handle, profileId)) {
            without.remove(identifier.idType());
            identifier(profileId, identifier);
        }
        without.stream().sorted().forEach(type -> identifier(profileId, new Identifier(type, List.of())));
    }

    private void identifier(String profileId, Identifier identifier) {
        ObjectNode line = line("identifier").put("profile", profileId).put("idType", identifier.idType());
        identifier.values().forEach(line.putArray("values")::add);
        line(line.put("complete", true));
    }

    private void observations(String profileId) {
        handle.select("SELECT * FROM observation WHERE profile_id = ? ORDER BY created_at, id", profileId)
                .map(ObservationRows.OBSERVATION)
                .forEach(observation -> {
                    ObjectNode line = line("observation").put("profile", profileId);
                    state(line, observation);
                    times(line, observation.createdAt(), observation.updatedAt());
                    List<Observation> revisions = ObservationRows.oldStates(handle, observation);
                    if (!revisions.isEmpty()) {
                        ArrayNode array = line.putArray("revisions");
                        revisions.forEach(old -> {
                            ObjectNode one = array.addObject();
                            state(one, old);
                            one.put("updatedAt", old.updatedAt().toString());
                        });
                    }
                    line(line);
                });
    }

    private static void state(ObjectNode line, Observation observation) {
        line.put("content", observation.content())
                .put("source", observation.source())
                .put("occurredAt", observation.occurredAt().toString());
        if (!observation.conversationIds().isEmpty()) {
            observation.conversationIds().forEach(line.putArray("conversationIds")::add);
        }
    }

    private static void times(ObjectNode line, Instant createdAt, Instant updatedAt) {
        line.put("createdAt", createdAt.toString());
        if (!updatedAt.equals(createdAt)) {
            line.put("updatedAt", updatedAt.toString());
        }
    }

    private void summaries(String profileId) {
        handle.select("SELECT * FROM summary WHERE profile_id = ? ORDER BY created_at, id", profileId)
                .map(SummaryRows.SUMMARY)
                .forEach(summary -> line(line(profileId, summary)));
    }

    private static ObjectNode line(String profileId, Summary summary) {
        ObjectNode line = line("summary")
                .put("profile", profileId)
                .put("conversationId", summary.conversationId())
                .put("content", summary.content());
        if (summary.source() != null) {
            line.put("source", summary.source());
        }
        line.put("occurredAt", summary.occurredAt().toString());
        times(line, summary.createdAt(), summary.updatedAt());
        return line;
    }

    private static ObjectNode line(String type) {
        return TraitJson.MAPPER.createObjectNode().put("type", type);
    }

    private void line(ObjectNode line) {
        try {
            out.write(line.toString());
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
