package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Profile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** The customer with this id, which may be that of one who became another. */
    static Owner require(Handle handle, String storeId, String profileId) {
        return new Owner(storeId, find(handle, storeId, profileId).id());
    }

    static Profile get(Handle handle, String storeId, String profileId) {
        Aged found = find(handle, storeId, profileId);
        return new Profile(
                found.id(),
                Instant.ofEpochMilli(found.createdAt()),
                TraitRows.grouped(TraitRows.of(handle, found.id())));
    }

    private static Aged find(Handle handle, String storeId, String profileId) {
        return handle.select(
                        "SELECT id, created_at FROM profile WHERE store_id = ? AND id ="
                                + " COALESCE((SELECT profile_id FROM merged_profile WHERE id = ?), ?)",
                        storeId,
                        profileId,
                        profileId)
                .map(AGED)
                .findOne()
                .orElseThrow(() -> new MemoryFailure.NotFound("There is no such customer."));
    }

    static Owner insert(Handle handle, String storeId, long createdAt) {
        String id = Ids.profile();
        handle.execute("INSERT INTO profile (id, store_id, created_at) VALUES (?, ?, ?)", id, storeId, createdAt);
        return new Owner(storeId, id);
    }

    /** The one of these customers who was created first. */
    static String earliest(Handle handle, Collection<String> profileIds) {
        return handle.createQuery("SELECT id FROM profile WHERE id IN (<ids>) ORDER BY created_at, id LIMIT 1")
                .bindList("ids", List.copyOf(profileIds))
                .mapTo(String.class)
                .one();
    }

    /** Lets one customer, of whom nothing is left, go over into another. */
    static void becomes(Handle handle, String profileId, String canonical) {
        handle.execute("UPDATE merged_profile SET profile_id = ? WHERE profile_id = ?", canonical, profileId);
        handle.execute("INSERT INTO merged_profile (id, profile_id) VALUES (?, ?)", profileId, canonical);
        handle.execute("DELETE FROM profile WHERE id = ?", profileId);
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
