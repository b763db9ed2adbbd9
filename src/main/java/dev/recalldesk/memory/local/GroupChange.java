package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitChecks;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes what a store may hold, together with what it holds already. Confined to one transaction of the caller's. */
final class GroupChange {
    private final Handle handle;
    private final String storeId;
    private final IdentityChange identity;

    GroupChange(Handle handle, String storeId, Identifiers identifiers) {
        this.handle = handle;
        this.storeId = storeId;
        this.identity = new IdentityChange(handle, storeId, identifiers);
    }

    void create(TraitGroup group) {
        GroupRows.insert(handle, storeId, group);
        know(group);
    }

    /** Puts a group in the place of one with its name that holds no values yet. */
    void replace(TraitGroup group) {
        TraitChecks.group(group);
        ContactGroup.check(group);
        GroupRows.replace(handle, storeId, group);
        know(group);
    }

    private void know(TraitGroup group) {
        GroupRows.promotedTypes(List.of(group)).forEach(identity::know);
    }

    void update(String name, @Nullable String description, Map<String, @Nullable TraitDefinition> changes) {
        TraitGroup group = GroupRows.require(handle, storeId, name);
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
        new TreeMap<>(changes).forEach((trait, definition) -> {
            TraitDefinition old = group.traits().get(trait);
            String type = definition == null ? null : definition.promotedTo();
            if (type != null && (old == null || !type.equals(old.promotedTo()))) {
                identity.know(type);
                identity.promote(name, trait, type);
            }
        });
        identity.forgetUnpromoted();
    }

    void delete(String name) {
        TraitGroup _ = GroupRows.require(handle, storeId, name);
        if (name.equals(TraitGroup.CONTACT)) {
            throw new MemoryFailure.Conflict("The trait group " + name + " cannot be removed.");
        }
        handle.execute("DELETE FROM trait_group WHERE store_id = ? AND name = ?", storeId, name);
        handle.execute(
                "DELETE FROM trait WHERE group_name = ? AND profile_id IN (SELECT id FROM profile WHERE store_id = ?)",
                name,
                storeId);
        identity.forgetUnpromoted();
    }

    private void deleteValues(String group, String trait) {
        handle.execute(
                "DELETE FROM trait WHERE group_name = ? AND name = ?"
                        + " AND profile_id IN (SELECT id FROM profile WHERE store_id = ?)",
                group,
                trait,
                storeId);
    }
}
