package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.MemoryFailure.Invalid;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Customers in the database. */
final class ProfileRows {
    /** A customer and the store it belongs to. */
    record Owner(String storeId, String profileId) {}

    /** A customer and when it was created, in milliseconds. */
    record Aged(String id, long createdAt) {}

    private static final int MAX_PAGE = 1000;
    private static final RowMapper<Aged> AGED =
            (row, context) -> new Aged(row.getString("id"), row.getLong("created_at"));

    private ProfileRows() {}

    static Owner require(Handle handle, String storeId, String profileId) {
        createdAt(handle, storeId, profileId);
        return new Owner(storeId, profileId);
    }

    static Profile get(Handle handle, String storeId, String profileId) {
        long createdAt = createdAt(handle, storeId, profileId);
        return new Profile(
                profileId, Instant.ofEpochMilli(createdAt), TraitRows.grouped(TraitRows.of(handle, profileId)));
    }

    private static long createdAt(Handle handle, String storeId, String profileId) {
        return handle.select("SELECT created_at FROM profile WHERE id = ? AND store_id = ?", profileId, storeId)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new MemoryFailure.NotFound("There is no such customer."));
    }

    static Owner insert(Handle handle, String storeId, long createdAt) {
        String id = Ids.profile();
        handle.execute("INSERT INTO profile (id, store_id, created_at) VALUES (?, ?, ?)", id, storeId, createdAt);
        return new Owner(storeId, id);
    }

    /** The customer the traits belong to by the first identifier type somebody has, or nobody. */
    static Optional<String> resolve(
            Handle handle,
            String storeId,
            TraitRows.Definitions definitions,
            Identifiers identifiers,
            Map<String, Map<String, TraitValue>> traits) {
        Map<String, List<String>> promoted = promoted(definitions, identifiers, traits);
        if (promoted.isEmpty()) {
            throw new Invalid("traits", "At least one trait must be an identifier, such as Contact.phone.");
        }
        for (String type : definitions.idTypes()) {
            for (String value : promoted.getOrDefault(type, List.of())) {
                List<String> found = IdentifierRows.find(handle, storeId, type, value);
                if (!found.isEmpty()) {
                    return Optional.of(found.getFirst());
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, List<String>> promoted(
            TraitRows.Definitions definitions, Identifiers identifiers, Map<String, Map<String, TraitValue>> traits) {
        Map<String, List<String>> promoted = new TreeMap<>();
        traits.forEach((group, values) -> values.forEach((trait, value) -> {
            TraitDefinition definition = definitions.require(group, trait);
            String field = "traits." + group + "." + trait;
            TraitChecks.value(field, definition, value);
            String type = definition.promotedTo();
            if (type != null) {
                for (String each : TraitRows.identifierTexts(value)) {
                    promoted.computeIfAbsent(type, key -> new ArrayList<>())
                            .add(identifiers.require(field, type, each));
                }
            }
        }));
        return promoted;
    }

    static Page<String> page(Handle handle, String storeId, PageRequest request) {
        PageTokens place = PageTokens.read(request, MAX_PAGE, "profiles", storeId);
        List<Aged> rows = handle.createQuery(
                        "SELECT id, created_at FROM profile WHERE store_id = :store" + place.sql("created_at", "id"))
                .bind("store", storeId)
                .bind("afterTime", place.afterTime())
                .bind("afterKey", place.afterKey())
                .map(AGED)
                .list();
        return place.page(rows, Aged::createdAt, Aged::id).map(Aged::id);
    }

    /** Every customer of a store, the earliest first. */
    static List<Aged> all(Handle handle, String storeId) {
        return handle.select("SELECT id, created_at FROM profile WHERE store_id = ? ORDER BY created_at, id", storeId)
                .map(AGED)
                .list();
    }

    static void delete(Handle handle, Owner owner) {
        handle.execute("DELETE FROM profile WHERE id = ?", owner.profileId());
        Changes.append(handle, Changes.Kind.PROFILE, owner.profileId());
    }
}
