package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what a store holds as the lines of an archive, each when it is handed over. Every method throws
 * {@link UncheckedIOException} when the line cannot be written. Confined to one export.
 */
public final class LineWriter {
    /** The one format there is. */
    public static final int FORMAT = 1;

    private final Writer out;

    /** @param out is neither flushed nor closed here */
    public LineWriter(Writer out) {
        this.out = out;
    }

    /** The first line. */
    public void header(Store store, Instant asOf) {
        line(line("header")
                .put("format", FORMAT)
                .put("store", store.displayName())
                .put("description", store.description())
                .put("asOf", asOf.toString()));
    }

    public void traitGroup(TraitGroup group) {
        ObjectNode line = line("traitGroup").put("name", group.name()).put("description", group.description());
        line.set("traits", TraitJson.definitionsNode(group.traits()));
        line(line);
    }

    /** @param implied the types that are there only because a trait is promoted to them, where that is known */
    public void identitySettings(IdentitySettings settings, Collection<String> implied) {
        line(ArchiveIdentity.write(line("identitySettings"), settings, implied));
    }

    /** @param groups by which a value is marked that was written before its definition changed and would not be taken today */
    public void profile(String profileId, Instant createdAt, List<Trait> traits, List<TraitGroup> groups) {
        ObjectNode line = line("profile").put("ref", profileId).put("createdAt", createdAt.toString());
        ObjectNode values = line.putObject("traits");
        ObjectNode changedAt = TraitJson.MAPPER.createObjectNode();
        ObjectNode unchecked = TraitJson.MAPPER.createObjectNode();
        for (Trait trait : traits) {
            values.withObjectProperty(trait.group()).set(trait.name(), TraitJson.node(trait.value()));
            if (Defined.isOutgrown(trait, groups)) {
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
    }

    /**
     * By what a customer is found. Each list is marked complete: what the traits alone would give may differ from it in
     * content and order. A type that a trait would give and the customer lacks is said to be empty.
     *
     * @param identifiers one entry a type
     */
    public void identifiers(
            String profileId,
            List<Identifier> identifiers,
            List<Trait> traits,
            List<TraitGroup> groups,
            IdentitySettings settings) {
        Set<String> without = new TreeSet<>(Defined.types(traits, groups, settings));
        for (Identifier identifier : identifiers) {
            without.remove(identifier.idType());
            identifier(profileId, identifier);
        }
        without.forEach(type -> identifier(profileId, new Identifier(type, List.of())));
    }

    private void identifier(String profileId, Identifier identifier) {
        ObjectNode line = line("identifier").put("profile", profileId).put("idType", identifier.idType());
        identifier.values().forEach(line.putArray("values")::add);
        line(line.put("complete", true));
    }

    /** @param revisions the states before the present one, the newest first */
    public void observation(String profileId, Observation observation, List<Observation> revisions) {
        ObjectNode line = line("observation").put("profile", profileId);
        state(line, observation);
        times(line, observation.createdAt(), observation.updatedAt());
        if (!revisions.isEmpty()) {
            ArrayNode array = line.putArray("revisions");
            revisions.forEach(old -> {
                ObjectNode one = array.addObject();
                state(one, old);
                one.put("updatedAt", old.updatedAt().toString());
            });
        }
        line(line);
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

    public void summary(String profileId, Summary summary) {
        ObjectNode line = line("summary")
                .put("profile", profileId)
                .put("conversationId", summary.conversationId())
                .put("content", summary.content());
        if (summary.source() != null) {
            line.put("source", summary.source());
        }
        line.put("occurredAt", summary.occurredAt().toString());
        times(line, summary.createdAt(), summary.updatedAt());
        line(line);
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
