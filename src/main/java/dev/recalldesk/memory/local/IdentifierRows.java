package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.LimitPolicy;
import dev.recalldesk.memory.IdentifierConfig.Matching;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.search.spell.LevenshteinDistance;
import org.jdbi.v3.core.Handle;

/** The identifiers of customers in the database, always in their normalised spelling. */
final class IdentifierRows {
    private static final int MAX_FOUND = 100;
    private static final double ROUNDING = 1e-6;

    /** A customer, and how alike what was asked for and what the customer has are, 0 to 1. */
    private record Similar(String profileId, double likeness) {}

    private IdentifierRows() {}

    /** What a customer has of the types the store knows. */
    static List<Identifier> of(Handle handle, String profileId) {
        Map<String, List<String>> byType = new TreeMap<>();
        handle.select(
                        "SELECT i.id_type, i.value FROM identifier i JOIN identifier_type t"
                                + " ON t.store_id = i.store_id AND t.id_type = i.id_type"
                                + " WHERE i.profile_id = ? ORDER BY i.sequence",
                        profileId)
                .map((row, context) -> Map.entry(row.getString("id_type"), row.getString("value")))
                .forEach(entry -> byType.computeIfAbsent(entry.getKey(), type -> new ArrayList<>())
                        .add(entry.getValue()));
        return byType.entrySet().stream()
                .map(entry -> new Identifier(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Adds a value; one that is there stays in its place. When there are too many, one goes. */
    static void add(Handle handle, ProfileRows.Owner owner, IdentifierConfig type, String value) {
        handle.execute(
                "INSERT OR IGNORE INTO identifier (store_id, profile_id, id_type, value) VALUES (?, ?, ?, ?)",
                owner.storeId(),
                owner.profileId(),
                type.idType(),
                value);
        limit(handle, owner.profileId(), type);
    }

    /** Drops what is over the limit of a type. */
    static void limit(Handle handle, String profileId, IdentifierConfig type) {
        handle.execute(
                "DELETE FROM identifier WHERE profile_id = ? AND id_type = ? AND sequence NOT IN (SELECT sequence"
                        + " FROM identifier WHERE profile_id = ? AND id_type = ? ORDER BY sequence "
                        + (type.limitPolicy() == LimitPolicy.FIFO ? "DESC" : "ASC") + " LIMIT ?)",
                profileId,
                type.idType(),
                profileId,
                type.idType(),
                type.limit());
    }

    /** @return whether the customer had it */
    static boolean remove(Handle handle, String profileId, String idType, String value) {
        return handle.execute(
                        "DELETE FROM identifier WHERE profile_id = ? AND id_type = ? AND value = ?",
                        profileId,
                        idType,
                        value)
                > 0;
    }

    /** Removes the value that would go next if there were too many. */
    static void removeOne(Handle handle, String profileId, IdentifierConfig type) {
        handle.execute(
                "DELETE FROM identifier WHERE sequence = (SELECT "
                        + (type.limitPolicy() == LimitPolicy.FIFO ? "MIN" : "MAX")
                        + "(sequence) FROM identifier WHERE profile_id = ? AND id_type = ?)",
                profileId,
                type.idType());
    }

    static void removeAll(Handle handle, String profileId, String idType) {
        handle.execute("DELETE FROM identifier WHERE profile_id = ? AND id_type = ?", profileId, idType);
    }

    static void removeType(Handle handle, String storeId, String idType) {
        handle.execute("DELETE FROM identifier WHERE store_id = ? AND id_type = ?", storeId, idType);
    }

    /** Who has this very value, the earliest customer first. */
    static List<String> owners(Handle handle, String storeId, String idType, String value) {
        return handle.select(
                        "SELECT p.id FROM identifier i JOIN profile p ON p.id = i.profile_id"
                                + " WHERE i.store_id = ? AND i.id_type = ? AND i.value = ?"
                                + " ORDER BY p.created_at, p.id LIMIT ?",
                        storeId,
                        idType,
                        value,
                        MAX_FOUND)
                .mapTo(String.class)
                .list();
    }

    /** Who is found by the value: the most alike first, then the earliest customer. */
    static List<String> find(Handle handle, String storeId, IdentifierConfig type, String value) {
        return type.matching() == Matching.EXACT
                ? owners(handle, storeId, type.idType(), value)
                : similar(handle, storeId, type, value);
    }

    private static List<String> similar(Handle handle, String storeId, IdentifierConfig type, String value) {
        LevenshteinDistance distance = new LevenshteinDistance();
        double least = type.threshold() / 100.0 - ROUNDING;
        // What is too short or too long cannot be alike enough. The database counts a pair of surrogates as one.
        return handle
                .select(
                        "SELECT p.id, i.value FROM identifier i JOIN profile p ON p.id = i.profile_id"
                                + " WHERE i.store_id = ? AND i.id_type = ? AND length(i.value) BETWEEN ? AND ?"
                                + " ORDER BY p.created_at, p.id",
                        storeId,
                        type.idType(),
                        (int) Math.floor(value.length() * least / 2),
                        (int) Math.ceil(value.length() / least))
                .map((row, context) ->
                        new Similar(row.getString("id"), distance.getDistance(value, row.getString("value"))))
                .stream()
                .filter(each -> each.likeness() >= least)
                .sorted(Comparator.comparingDouble(Similar::likeness).reversed())
                .map(Similar::profileId)
                .distinct()
                .limit(MAX_FOUND)
                .toList();
    }
}
