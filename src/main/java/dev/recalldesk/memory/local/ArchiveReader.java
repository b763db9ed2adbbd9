package dev.recalldesk.memory.local;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.archive.ArchiveIdentity;
import dev.recalldesk.memory.archive.ArchiveItems;
import dev.recalldesk.memory.archive.ArchiveLine;
import dev.recalldesk.memory.archive.LineProblem;
import dev.recalldesk.memory.archive.TraitJson;
import dev.recalldesk.memory.local.StoreIdentity.Claim;
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
    private static final long WEEK = Duration.ofDays(7).toMillis();

    /** What the customers are held to; known once the first of them comes. */
    private record Rules(TraitRows.Definitions definitions, StoreIdentity identity) {}

    private final Handle handle;
    private final Identifiers identifiers;
    private final ImportOptions options;
    private final Instant now;
    private final Map<String, ProfileRows.Owner> profiles = new HashMap<>();
    private Duration shift = Duration.ZERO;
    private @Nullable Store store;
    private @Nullable Rules rules;
    private boolean settled;

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
                case "identitySettings" -> identitySettings(line);
                case "profile" -> profile(line);
                case "identifier" -> identifier(line);
                case "observation" -> ArchiveTexts.observation(handle, customer(line), line);
                case "summary" -> ArchiveTexts.summary(handle, customer(line), line);
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
        if (!settled) {
            IdentityRows.shareWhatIsShared(handle, made.id());
        }
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
        ArchiveItems.Header header = ArchiveItems.header(line);
        if (store != null) {
            throw new LineProblem("there is a second header");
        }
        Instant asOf = line.instant("asOf");
        if (options.shiftWeeksTo() != null) {
            long apart = options.shiftWeeksTo().toEpochMilli() - asOf.toEpochMilli();
            shift = Duration.ofMillis(Math.floorDiv(apart, WEEK) * WEEK);
        }
        String name = options.storeName() == null ? header.store() : options.storeName();
        store = StoreRows.create(handle, name, header.description(), now.toEpochMilli());
    }

    private void traitGroup(ArchiveLine line) {
        if (!profiles.isEmpty()) {
            throw new LineProblem("trait groups come before the customers");
        }
        TraitGroup group = ArchiveItems.traitGroup(line);
        GroupChange groups = new GroupChange(handle, store().id(), identifiers);
        if (group.name().equals(TraitGroup.CONTACT)) {
            groups.replace(group);
        } else {
            groups.create(group);
        }
    }

    private void identitySettings(ArchiveLine line) {
        if (!profiles.isEmpty() || settled) {
            throw new LineProblem("identity settings come once, and before the customers");
        }
        ArchiveIdentity identity = ArchiveIdentity.read(line);
        IdentityChecks.settings(identity.settings());
        IdentityRows.replace(handle, store().id(), identity.settings(), identity.implied());
        settled = true;
    }

    private Rules rules() {
        if (rules == null) {
            String id = store().id();
            rules = new Rules(TraitRows.Definitions.of(handle, id), new StoreIdentity(handle, id, identifiers));
        }
        return rules;
    }

    private void profile(ArchiveLine line) {
        line.only("type", "ref", "createdAt", "traits", "changedAt", "unchecked");
        String ref = line.text("ref");
        if (profiles.containsKey(ref)) {
            throw new LineProblem("there is already a customer \"" + ref + "\"");
        }
        Instant createdAt = line.instant("createdAt");
        ProfileRows.Owner owner = ProfileRows.insert(handle, store().id(), createdAt.toEpochMilli());
        profiles.put(ref, owner);
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
                    TraitRows.keep(handle, owner, rules().definitions(), group, trait, value, at);
                } else {
                    trait(owner, Map.of(group, Map.of(trait, value)), at);
                }
            }
        }
    }

    /** Customers stay who they are in the archive, also when they share an identifier. */
    private void trait(ProfileRows.Owner owner, Map<String, Map<String, TraitValue>> trait, long at) {
        List<Claim> claims = TraitRows.check(rules().definitions(), rules().identity(), trait);
        TraitRows.apply(handle, owner, trait, at);
        rules().identity().keep(owner, claims);
    }

    private void identifier(ArchiveLine line) {
        line.only("type", "profile", "idType", "values", "complete");
        ProfileRows.Owner customer = customer(line);
        StoreIdentity identity = rules().identity();
        IdentifierConfig type = identity.require(line.text("idType"));
        if (line.flag("complete")) {
            IdentifierRows.removeAll(handle, customer.profileId(), type.idType());
        }
        identity.keep(
                customer,
                line.texts("values").stream()
                        .map(value -> identity.claim("values", type, value))
                        .toList());
    }

    private ProfileRows.Owner customer(ArchiveLine line) {
        String ref = line.text("profile");
        ProfileRows.Owner found = profiles.get(ref);
        if (found == null) {
            throw new LineProblem("there is no customer \"" + ref + "\" above this line");
        }
        return found;
    }
}
