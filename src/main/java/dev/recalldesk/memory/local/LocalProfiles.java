package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure.Invalid;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.StoreIdentity.Claim;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The customers of one store: who they are and by what they are recognised. Thread-safe. */
final class LocalProfiles {
    private final OneStore store;
    private final Identifiers identifiers;

    LocalProfiles(OneStore store, Identifiers identifiers) {
        this.store = store;
        this.identifiers = identifiers;
    }

    private StoreIdentity identity(Handle handle) {
        return new StoreIdentity(handle, store.id(), identifiers);
    }

    IdentitySettings settings() {
        return store.read(handle -> IdentityRows.get(handle, store.id()));
    }

    void change(IdentitySettings settings) {
        store.change((handle, now) -> new IdentityChange(handle, store.id(), identifiers).replace(settings));
    }

    String create(Map<String, Map<String, TraitValue>> traits) {
        return store.write((handle, now) ->
                create(handle, identity(handle), TraitRows.Definitions.of(handle, store.id()), traits, now));
    }

    void createAll(List<Map<String, Map<String, TraitValue>>> profiles) {
        Checks.require(
                !profiles.isEmpty() && profiles.size() <= Memory.MAX_PROFILES,
                "profiles",
                "One write carries 1 to " + Memory.MAX_PROFILES + " customers, not " + profiles.size() + ".");
        store.change((handle, first) -> {
            StoreIdentity identity = identity(handle);
            TraitRows.Definitions definitions = TraitRows.Definitions.of(handle, store.id());
            long now = first;
            for (int i = 0; i < profiles.size(); i++) {
                try {
                    String _ = create(handle, identity, definitions, profiles.get(i), now);
                } catch (Invalid e) {
                    throw new Invalid("profiles[" + i + "]." + e.field(), String.valueOf(e.getMessage()));
                }
                now = StoreRows.tick(handle, store.id(), now);
            }
        });
    }

    private static String create(
            Handle handle,
            StoreIdentity identity,
            TraitRows.Definitions definitions,
            Map<String, Map<String, TraitValue>> traits,
            long now) {
        List<Claim> claims = TraitRows.check(definitions, identity, traits);
        Checks.require(!claims.isEmpty(), "traits", "At least one trait must be an identifier, such as Contact.phone.");
        ProfileRows.Owner owner = identity.resolve(claims, now);
        TraitRows.apply(handle, owner, traits, now);
        return identity.give(owner, claims).profileId();
    }

    void change(String profileId, Map<String, Map<String, @Nullable TraitValue>> changes) {
        store.change((handle, now) -> {
            ProfileRows.Owner owner = store.owner(handle, profileId);
            StoreIdentity identity = identity(handle);
            List<Claim> claims = TraitRows.check(TraitRows.Definitions.of(handle, store.id()), identity, changes);
            TraitRows.apply(handle, owner, changes, now);
            ProfileRows.Owner _ = identity.give(owner, claims);
        });
    }

    void addIdentifier(String profileId, String idType, String value) {
        store.change((handle, now) -> {
            ProfileRows.Owner owner = store.owner(handle, profileId);
            StoreIdentity identity = identity(handle);
            Claim claim = identity.claim("value", identity.require(idType), value);
            ProfileRows.Owner _ = identity.give(owner, List.of(claim));
        });
    }

    void replaceIdentifier(String profileId, String idType, String oldValue, String newValue) {
        store.change((handle, now) -> {
            ProfileRows.Owner owner = store.owner(handle, profileId);
            StoreIdentity identity = identity(handle);
            IdentifierConfig type = identity.require(idType);
            identity.replace(owner, oldValue, identity.claim("newValue", type, newValue));
        });
    }

    void removeIdentifier(String profileId, String idType) {
        store.change((handle, now) -> {
            ProfileRows.Owner owner = store.owner(handle, profileId);
            IdentifierRows.removeOne(handle, owner.profileId(), identity(handle).require(idType));
        });
    }

    void removeIdentifiers(String profileId, String idType) {
        store.change((handle, now) -> {
            ProfileRows.Owner owner = store.owner(handle, profileId);
            IdentifierRows.removeAll(
                    handle, owner.profileId(), identity(handle).require(idType).idType());
        });
    }

    Lookup lookup(String idType, String value) {
        return store.read(handle -> identity(handle).lookup(idType, value));
    }
}
