package dev.recalldesk.memory.local;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.MemoryFailure.Invalid;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The identity settings of a store at work: who is meant by a value, who gets it, and who turns out to be one. Confined to
 * one transaction of the caller's.
 */
final class StoreIdentity {
    /** A value by which a customer is to be found, normalised. */
    record Claim(IdentifierConfig type, String value) {}

    private final Handle handle;
    private final String storeId;
    private final Identifiers identifiers;
    private final IdentitySettings settings;

    StoreIdentity(Handle handle, String storeId, Identifiers identifiers) {
        this.handle = handle;
        this.storeId = storeId;
        this.identifiers = identifiers;
        this.settings = IdentityRows.get(handle, storeId);
    }

    /** How a type is handled; nothing for one the store does not know. */
    Optional<IdentifierConfig> config(String idType) {
        return settings.config(idType);
    }

    IdentifierConfig require(String idType) {
        return config(idType)
                .orElseThrow(() -> new Invalid("idType", "This store knows no identifiers of type " + idType + "."));
    }

    /** @param field is named when the value cannot be one of this type */
    Claim claim(String field, IdentifierConfig type, String written) {
        return new Claim(type, identifiers.require(field, type, written));
    }

    Lookup lookup(String idType, String written) {
        IdentifierConfig type = require(idType);
        return identifiers
                .normalized(type, written)
                .map(value -> new Lookup(value, IdentifierRows.find(handle, storeId, type, value)))
                .orElseGet(() -> new Lookup(written.strip(), List.of()));
    }

    /**
     * The customer who has these values, made when there is none. Several of whom it is certain that they are one become
     * one.
     *
     * @param now when a new customer is created, in milliseconds
     */
    ProfileRows.Owner resolve(List<Claim> claims, long now) {
        Map<String, Integer> found = new LinkedHashMap<>();
        Set<String> certain = new HashSet<>();
        for (String rule : settings.matchingRules()) {
            for (Claim claim : claims) {
                if (claim.type().idType().equals(rule)) {
                    for (String id : IdentifierRows.find(handle, storeId, claim.type(), claim.value())) {
                        // One value that several may have says little, two of them say enough.
                        if (found.merge(id, 1, Integer::sum) > 1 || claim.type().unique()) {
                            certain.add(id);
                        }
                    }
                }
            }
        }
        certain.addAll(owners(claims));
        if (!certain.isEmpty()) {
            return merged(certain);
        }
        return found.keySet().stream()
                .findFirst()
                .map(id -> new ProfileRows.Owner(storeId, id))
                .orElseGet(() -> ProfileRows.insert(handle, storeId, now));
    }

    /**
     * Gives a customer these values. Whoever has one that belongs to one customer only becomes one with this customer.
     *
     * @return the customer under the id that stays
     */
    ProfileRows.Owner give(ProfileRows.Owner owner, List<Claim> claims) {
        Set<String> same = owners(claims);
        same.add(owner.profileId());
        ProfileRows.Owner into = merged(same);
        keep(into, claims);
        return into;
    }

    /** Gives a customer these values, whoever else has them: only for what was so before. */
    void keep(ProfileRows.Owner owner, List<Claim> claims) {
        claims.forEach(claim -> IdentifierRows.add(handle, owner, claim.type(), claim.value()));
    }

    /** Puts a value in the place of another, which stays when the new one belongs to somebody else. */
    void replace(ProfileRows.Owner owner, String written, Claim claim) {
        IdentifierConfig type = claim.type();
        String old = identifiers.normalized(type, written).orElse(written);
        if (!IdentifierRows.remove(handle, owner.profileId(), type.idType(), old)) {
            throw new MemoryFailure.NotFound("The customer has no such identifier.");
        }
        Set<String> others = owners(List.of(claim));
        others.remove(owner.profileId());
        if (!others.isEmpty()) {
            throw new MemoryFailure.Conflict("Another customer has this identifier.");
        }
        keep(owner, List.of(claim));
    }

    /** Who has values that belong to one customer only. */
    private Set<String> owners(List<Claim> claims) {
        Set<String> owners = new LinkedHashSet<>();
        for (Claim claim : claims) {
            if (claim.type().unique()) {
                owners.addAll(
                        IdentifierRows.owners(handle, storeId, claim.type().idType(), claim.value()));
            }
        }
        return owners;
    }

    private ProfileRows.Owner merged(Set<String> ids) {
        String id = ids.size() == 1 ? ids.iterator().next() : new ProfileMerge(handle, settings).merge(ids);
        return new ProfileRows.Owner(storeId, id);
    }
}
