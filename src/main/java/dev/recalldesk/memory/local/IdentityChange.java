package dev.recalldesk.memory.local;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.Normalization;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.archive.TraitJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Changes by what customers are recognised, together with the identifiers that are there already. Confined to one
 * transaction of the caller's.
 */
final class IdentityChange {
    private record Row(long sequence, String value) {}

    private record Kept(String profileId, String value) {}

    private final Handle handle;
    private final String storeId;
    private final Identifiers identifiers;

    IdentityChange(Handle handle, String storeId, Identifiers identifiers) {
        this.handle = handle;
        this.storeId = storeId;
        this.identifiers = identifiers;
    }

    /** Puts settings in the place of the present ones. */
    void replace(IdentitySettings settings) {
        IdentityChecks.settings(settings);
        IdentitySettings old = IdentityRows.get(handle, storeId);
        IdentityRows.replace(handle, storeId, settings, Set.of());
        IdentityRows.nextVersion(handle, storeId);
        for (IdentifierConfig type : settings.identifierConfigs()) {
            IdentifierConfig before = old.config(type.idType()).orElse(null);
            if (before == null || before.normalization() != type.normalization()) {
                rewrite(type);
            }
            if (before == null) {
                promoteAll(type.idType());
            }
        }
    }

    private void rewrite(IdentifierConfig type) {
        List<Row> rows = handle.select(
                        "SELECT sequence, value FROM identifier WHERE store_id = ? AND id_type = ? ORDER BY sequence",
                        storeId,
                        type.idType())
                .map((row, context) -> new Row(row.getLong("sequence"), row.getString("value")))
                .list();
        for (Row row : rows) {
            String value = identifiers
                    .normalized(type, row.value())
                    .orElseThrow(() -> new MemoryFailure.Conflict(
                            "A customer has an identifier of type " + type.idType() + " that cannot be rewritten."));
            if (!value.equals(row.value())
                    && handle.execute(
                                    "UPDATE OR IGNORE identifier SET value = ? WHERE sequence = ?",
                                    value,
                                    row.sequence())
                            == 0) {
                // The customer has the same value already.
                handle.execute("DELETE FROM identifier WHERE sequence = ?", row.sequence());
            }
        }
    }

    private void promoteAll(String idType) {
        for (TraitGroup group : GroupRows.all(handle, storeId)) {
            for (Map.Entry<String, TraitDefinition> trait : group.traits().entrySet()) {
                if (idType.equals(trait.getValue().promotedTo())) {
                    promote(group.name(), trait.getKey(), idType);
                }
            }
        }
    }

    /** Lets a type be known that a trait is newly promoted to. */
    void know(String idType) {
        IdentitySettings settings = IdentityRows.get(handle, storeId);
        if (settings.config(idType).isPresent()) {
            return;
        }
        if (settings.identifierConfigs().size() >= IdentitySettings.MAX) {
            throw new MemoryFailure.Conflict(
                    "A store knows at most " + IdentitySettings.MAX + " types of identifiers, so none can be added.");
        }
        IdentifierConfig type = IdentifierConfig.of(idType, Normalization.TRIM);
        IdentityRows.imply(handle, storeId, type);
        IdentityRows.nextVersion(handle, storeId);
        rewrite(type);
    }

    /** Lets customers be found by the values they have in a trait that is newly promoted. */
    void promote(String group, String trait, String idType) {
        StoreIdentity identity = new StoreIdentity(handle, storeId, identifiers);
        IdentifierConfig type = identity.require(idType);
        List<Kept> values = handle.select(
                        "SELECT t.profile_id, t.value FROM trait t JOIN profile p ON p.id = t.profile_id"
                                + " WHERE p.store_id = ? AND t.group_name = ? AND t.name = ? ORDER BY t.changed_at",
                        storeId,
                        group,
                        trait)
                .map((row, context) -> new Kept(row.getString("profile_id"), row.getString("value")))
                .list();
        for (Kept kept : values) {
            for (String text : TraitRows.identifierTexts(TraitJson.readValue(kept.value()))) {
                String value = identifiers
                        .normalized(type, text)
                        .orElseThrow(() -> new MemoryFailure.Conflict("A customer has a value in " + group + "." + trait
                                + " that cannot be an identifier of type " + idType + "."));
                IdentifierRows.add(handle, new ProfileRows.Owner(storeId, kept.profileId()), type, value);
            }
        }
    }

    /** Forgets the types nobody configured and nothing is promoted to any more. */
    void forgetUnpromoted() {
        List<String> promoted = GroupRows.promotedTypes(GroupRows.all(handle, storeId));
        for (String type : IdentityRows.implied(handle, storeId)) {
            if (!promoted.contains(type)) {
                IdentityRows.remove(handle, storeId, type);
                IdentityRows.nextVersion(handle, storeId);
                IdentifierRows.removeType(handle, storeId, type);
            }
        }
    }
}
