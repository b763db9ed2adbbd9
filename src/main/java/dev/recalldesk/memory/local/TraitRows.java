package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.MemoryFailure.Invalid;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitChecks;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.archive.TraitJson;
import dev.recalldesk.memory.local.StoreIdentity.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;

/** The traits of customers in the database, held to the definitions of their store. */
final class TraitRows {
    private static final int MAX_PAGE = 100;
    static final RowMapper<Trait> TRAIT = (row, context) -> new Trait(
            row.getString("group_name"),
            row.getString("name"),
            TraitJson.readValue(row.getString("value")),
            Instant.ofEpochMilli(row.getLong("changed_at")));

    /** The definitions of one store, read once for all the values that are to be checked. */
    record Definitions(Map<String, TraitGroup> groups) {
        static Definitions of(Handle handle, String storeId) {
            return new Definitions(GroupRows.all(handle, storeId).stream()
                    .collect(Collectors.toMap(TraitGroup::name, group -> group)));
        }

        boolean has(String group, String trait) {
            TraitGroup found = groups.get(group);
            return found != null && found.traits().containsKey(trait);
        }

        TraitDefinition require(String group, String trait) {
            TraitGroup found = groups.get(group);
            Checks.require(found != null, "traits." + group, "There is no trait group named " + group + ".");
            TraitDefinition definition = found == null ? null : found.traits().get(trait);
            if (definition == null) {
                throw new Invalid("traits." + group + "." + trait, group + " has no trait named " + trait + ".");
            }
            return definition;
        }
    }

    private TraitRows() {}

    static List<Trait> of(Handle handle, String profileId) {
        return handle.select("SELECT * FROM trait WHERE profile_id = ? ORDER BY group_name, name", profileId)
                .map(TRAIT)
                .list();
    }

    /** @param groups no others than these; all when none is named */
    static Page<Trait> page(Handle handle, ProfileRows.Owner owner, Set<String> groups, PageRequest request) {
        PageTokens place = PageTokens.read(request, MAX_PAGE, "traits", owner, new TreeSet<>(groups));
        List<Trait> rows = handle.createQuery(
                        "SELECT *, group_name || '/' || name AS path FROM trait WHERE profile_id = :profile"
                                + (groups.isEmpty() ? "" : " AND group_name IN (<groups>)")
                                + place.sql("changed_at", "path"))
                .bindList(EmptyHandling.NULL_KEYWORD, "groups", List.copyOf(groups))
                .bind("profile", owner.profileId())
                .bind("afterTime", place.afterTime())
                .bind("afterKey", place.afterKey())
                .map(TRAIT)
                .list();
        return place.page(rows, row -> row.changedAt().toEpochMilli(), row -> row.group() + "/" + row.name());
    }

    static Map<String, Map<String, TraitValue>> grouped(List<Trait> traits) {
        Map<String, Map<String, TraitValue>> grouped = new LinkedHashMap<>();
        for (Trait trait : traits) {
            grouped.computeIfAbsent(trait.group(), name -> new LinkedHashMap<>())
                    .put(trait.name(), trait.value());
        }
        return grouped;
    }

    /** Sets one trait; setting what is there already changes nothing, not even the time of the last change. */
    static void set(Handle handle, String profileId, String group, String trait, TraitValue value, long at) {
        handle.execute("""
                INSERT INTO trait (profile_id, group_name, name, value, changed_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (profile_id, group_name, name)
                DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at WHERE value <> excluded.value
                """, profileId, group, trait, TraitJson.write(value), at);
    }

    /** Sets a trait that was written before its definition became what it is, and is not held to it. */
    static void keep(
            Handle handle,
            ProfileRows.Owner owner,
            Definitions definitions,
            String group,
            String trait,
            TraitValue value,
            long at) {
        TraitDefinition _ = definitions.require(group, trait);
        TraitChecks.size("traits." + group + "." + trait, value);
        set(handle, owner.profileId(), group, trait, value, at);
    }

    /**
     * Holds values to their definitions.
     *
     * @return those by which the customer is to be found
     */
    static List<Claim> check(
            Definitions definitions,
            StoreIdentity identity,
            Map<String, ? extends Map<String, ? extends @Nullable TraitValue>> changes) {
        List<Claim> claims = new ArrayList<>();
        changes.forEach((group, traits) -> traits.forEach((trait, value) -> {
            TraitDefinition definition = definitions.require(group, trait);
            if (value != null) {
                String field = "traits." + group + "." + trait;
                TraitChecks.value(field, definition, value);
                Optional.ofNullable(definition.promotedTo())
                        .flatMap(identity::config)
                        .ifPresent(type ->
                                identifierTexts(value).forEach(text -> claims.add(identity.claim(field, type, text))));
            }
        }));
        return claims;
    }

    /** Sets values that were checked; {@code null} removes one. */
    static void apply(
            Handle handle,
            ProfileRows.Owner owner,
            Map<String, ? extends Map<String, ? extends @Nullable TraitValue>> changes,
            long at) {
        changes.forEach((group, traits) -> traits.forEach((trait, value) -> {
            if (value == null) {
                handle.execute(
                        "DELETE FROM trait WHERE profile_id = ? AND group_name = ? AND name = ?",
                        owner.profileId(),
                        group,
                        trait);
            } else {
                set(handle, owner.profileId(), group, trait, value, at);
            }
        }));
    }

    /** What a promoted value is matched by: a list is several identifiers. */
    static List<String> identifierTexts(TraitValue value) {
        return value instanceof TraitValue.Many(List<TraitValue> values)
                ? values.stream().map(TraitValue::text).toList()
                : List.of(value.text());
    }
}
