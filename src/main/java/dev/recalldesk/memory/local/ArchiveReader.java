package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts the lines of an archive into a new store, within one transaction of the caller's. Confined to one import. */
final class ArchiveReader {
    static final int FORMAT = 1;
    private static final long WEEK = Duration.ofDays(7).toMillis();

    /** A customer of the archive, and when it was created there. */
    private record Imported(ProfileRows.Owner owner, Instant createdAt) {}

    private final Handle handle;
    private final Identifiers identifiers;
    private final ImportOptions options;
    private final Instant now;
    private final Map<String, Imported> profiles = new HashMap<>();
    private Duration shift = Duration.ZERO;
    private @Nullable Store store;
    private TraitRows.@Nullable Definitions definitions;

    ArchiveReader(Handle handle, Identifiers identifiers, ImportOptions options, Instant now) {
        this.handle = handle;
        this.identifiers = identifiers;
        this.options = options;
        this.now = now;
    }

    /** @throws LineProblem when the line breaks a rule of the format or of the memory */
    void take(String text) {
        ArchiveLine line = ArchiveLine.parse(text, shift);
        String type = line.text("type");
        if (store == null && !type.equals("header")) {
            throw new LineProblem("the first line must be the header");
        }
        try {
            switch (type) {
                case "header" -> header(line);
                case "traitGroup" -> traitGroup(line);
                case "profile" -> profile(line);
                case "identifier" -> identifier(line);
                case "observation" -> observation(line);
                case "summary" -> summary(line);
                default -> throw new LineProblem("unknown type \"" + type + "\"");
            }
        } catch (MemoryFailure.Invalid e) {
            throw new LineProblem(e.field() + ": " + e.getMessage());
        } catch (IllegalArgumentException | MemoryFailure.Conflict e) {
            throw new LineProblem(Objects.requireNonNullElse(e.getMessage(), "this is not legal"));
        }
    }

    /** The store, once every line was taken. The index learns of it as a whole. */
    Store finish() {
        Store made = store();
        Changes.append(handle, Changes.Kind.STORE, made.id());
        return made;
    }

    boolean begun() {
        return store != null;
    }

    private Store store() {
        return Objects.requireNonNull(store, "no header was taken");
    }

    private void header(ArchiveLine line) {
        line.only("type", "format", "store", "description", "asOf");
        if (store != null) {
            throw new LineProblem("there is a second header");
        }
        if (line.whole("format") != FORMAT) {
            throw new LineProblem(
                    "format " + line.whole("format") + " is not known; this program reads format " + FORMAT);
        }
        Instant asOf = line.instant("asOf");
        if (options.shiftWeeksTo() != null) {
            long apart = options.shiftWeeksTo().toEpochMilli() - asOf.toEpochMilli();
            shift = Duration.ofMillis(Math.floorDiv(apart, WEEK) * WEEK);
        }
        String name = options.storeName() == null ? line.text("store") : options.storeName();
        String description = line.optionalText("description");
        store = StoreRows.create(handle, name, description == null ? "" : description, now.toEpochMilli());
    }

    private void traitGroup(ArchiveLine line) {
        line.only("type", "name", "description", "traits");
        if (!profiles.isEmpty()) {
            throw new LineProblem("trait groups come before the customers");
        }
        String description = line.optionalText("description");
        TraitGroup group = new TraitGroup(
                line.text("name"),
                description == null ? "" : description,
                TraitJson.definitions(line.object("traits").node()),
                1);
        if (group.name().equals(TraitGroup.CONTACT)) {
            TraitChecks.group(group);
            ContactGroup.check(group);
            GroupRows.replace(handle, store().id(), group);
        } else {
            GroupRows.insert(handle, store().id(), group);
        }
    }

    private void profile(ArchiveLine line) {
        line.only("type", "ref", "createdAt", "traits", "changedAt", "unchecked");
        String ref = line.text("ref");
        if (profiles.containsKey(ref)) {
            throw new LineProblem("there is already a customer \"" + ref + "\"");
        }
        if (definitions == null) {
            definitions = TraitRows.Definitions.of(handle, store().id());
        }
        Instant createdAt = line.instant("createdAt");
        ProfileRows.Owner owner = ProfileRows.insert(handle, store().id(), createdAt.toEpochMilli());
        profiles.put(ref, new Imported(owner, createdAt));
        ArchiveLine groups = line.object("traits");
        ArchiveLine changes = line.object("changedAt");
        ArchiveLine unchecked = line.object("unchecked");
        for (String group : groups.names()) {
            ArchiveLine traits = groups.object(group);
            ArchiveLine changed = changes.object(group);
            List<String> outgrown = unchecked.texts(group);
            for (String trait : traits.names()) {
                TraitValue value = TraitJson.value(traits.raw(trait));
                long at = changed.instantOr(trait, createdAt).toEpochMilli();
                if (outgrown.contains(trait)) {
                    TraitRows.keep(handle, owner, definitions, group, trait, value, at);
                } else {
                    TraitRows.apply(handle, owner, definitions, identifiers, Map.of(group, Map.of(trait, value)), at);
                }
            }
        }
    }

    private void identifier(ArchiveLine line) {
        line.only("type", "profile", "idType", "values", "complete");
        Imported customer = customer(line);
        String type = line.text("idType");
        if (definitions == null || !definitions.idTypes().contains(type)) {
            throw new LineProblem("this store knows no identifiers of type \"" + type + "\"");
        }
        if (line.flag("complete")) {
            IdentifierRows.remove(handle, customer.owner().profileId(), type);
        }
        for (String value : line.texts("values")) {
            IdentifierRows.add(
                    handle,
                    store().id(),
                    customer.owner().profileId(),
                    type,
                    identifiers.require("values", type, value));
        }
    }

    private void observation(ArchiveLine line) {
        line.only(
                "type",
                "profile",
                "content",
                "source",
                "occurredAt",
                "createdAt",
                "updatedAt",
                "conversationIds",
                "revisions");
        Imported customer = customer(line);
        NewObservation item = state(line);
        ObservationRows.check("observation", item);
        Instant createdAt = line.instantOr("createdAt", item.occurredAt());
        List<ArchiveLine> revisions = line.objects("revisions");
        Instant updatedAt = line.instantOr("updatedAt", createdAt);
        String id = ObservationRows.insert(
                handle, customer.owner(), item, createdAt.toEpochMilli(), updatedAt.toEpochMilli());
        int number = revisions.size();
        for (ArchiveLine revision : revisions) {
            revision.only("content", "source", "occurredAt", "updatedAt", "conversationIds");
            NewObservation old = state(revision);
            ObservationRows.check("revision", old);
            ObservationRows.insertRevision(
                    handle,
                    number--,
                    new Observation(
                            id,
                            old.content(),
                            old.source(),
                            old.occurredAt(),
                            createdAt,
                            revision.instant("updatedAt"),
                            old.conversationIds()));
        }
    }

    private static NewObservation state(ArchiveLine line) {
        return new NewObservation(
                line.text("content"), line.text("source"), line.instant("occurredAt"), line.texts("conversationIds"));
    }

    private void summary(ArchiveLine line) {
        line.only("type", "profile", "conversationId", "content", "source", "occurredAt", "createdAt", "updatedAt");
        Imported customer = customer(line);
        NewSummary item = new NewSummary(
                line.text("conversationId"),
                line.text("content"),
                line.optionalText("source"),
                line.instant("occurredAt"));
        SummaryRows.check("summary", item);
        Instant createdAt = line.instantOr("createdAt", item.occurredAt());
        Instant updatedAt = line.instantOr("updatedAt", createdAt);
        SummaryRows.insert(handle, customer.owner(), item, createdAt.toEpochMilli(), updatedAt.toEpochMilli());
    }

    private Imported customer(ArchiveLine line) {
        String ref = line.text("profile");
        Imported found = profiles.get(ref);
        if (found == null) {
            throw new LineProblem("there is no customer \"" + ref + "\" above this line");
        }
        return found;
    }
}
