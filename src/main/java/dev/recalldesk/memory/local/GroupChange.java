package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes what a store may hold, together with what it holds already. Confined to one transaction of the caller's. */
final class GroupChange {
    private record Kept(String profileId, String value) {}

    private final Handle handle;
    private final String storeId;
    private final Identifiers identifiers;

    GroupChange(Handle handle, String storeId, Identifiers identifiers) {
        this.handle = handle;
        this.storeId = storeId;
        this.identifiers = identifiers;
    }

    void update(String name, @Nullable String description, Map<String, @Nullable TraitDefinition> changes) {
        TraitGroup group = GroupRows.require(handle, storeId, name);
        List<String> types = GroupRows.idTypes(GroupRows.all(handle, storeId));
        Map<String, TraitDefinition> traits = new HashMap<>(group.traits());
        changes.forEach((trait, definition) -> {
            if (definition == null) {
                traits.remove(trait);
                deleteValues(name, trait);
            } else {
                traits.put(trait, definition);
            }
        });
        TraitGroup changed = new TraitGroup(
                name, description == null ? group.description() : description, traits, group.version() + 1);
        TraitChecks.group(changed);
        ContactGroup.check(changed);
        GroupRows.replace(handle, storeId, changed);
        changes.forEach((trait, definition) -> {
            TraitDefinition old = group.traits().get(trait);
            String type = definition == null ? null : definition.promotedTo();
            if (type != null && old != null && !type.equals(old.promotedTo())) {
                promoteValues(name, trait, type);
            }
        });
        forgetUnknown(types);
    }

    void delete(String name) {
        TraitGroup _ = GroupRows.require(handle, storeId, name);
        if (name.equals(TraitGroup.CONTACT)) {
            throw new MemoryFailure.Conflict("The trait group " + name + " cannot be removed.");
        }
        List<String> types = GroupRows.idTypes(GroupRows.all(handle, storeId));
        handle.execute("DELETE FROM trait_group WHERE store_id = ? AND name = ?", storeId, name);
        handle.execute(
                "DELETE FROM trait WHERE group_name = ? AND profile_id IN (SELECT id FROM profile WHERE store_id = ?)",
                name,
                storeId);
        forgetUnknown(types);
    }

    private void deleteValues(String group, String trait) {
        handle.execute(
                "DELETE FROM trait WHERE group_name = ? AND name = ?"
                        + " AND profile_id IN (SELECT id FROM profile WHERE store_id = ?)",
                group,
                trait,
                storeId);
    }

    private void promoteValues(String group, String trait, String type) {
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
                                + " that cannot be an identifier of type " + type + "."));
                IdentifierRows.add(handle, storeId, kept.profileId(), type, value);
            }
        }
    }

    /** @param before the identifier types there were; those that are no more could never be asked for again */
    private void forgetUnknown(List<String> before) {
        List<String> known = GroupRows.idTypes(GroupRows.all(handle, storeId));
        for (String type : before) {
            if (!known.contains(type)) {
                handle.execute("DELETE FROM identifier WHERE store_id = ? AND id_type = ?", storeId, type);
            }
        }
    }
}
