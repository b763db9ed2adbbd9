package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitChecks;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.archive.TraitJson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The trait groups of a store in the database. */
final class GroupRows {
    private static final int MAX_GROUPS = 50;
    private static final RowMapper<TraitGroup> GROUP = (row, context) -> new TraitGroup(
            row.getString("name"),
            row.getString("description"),
            TraitJson.readDefinitions(row.getString("traits")),
            row.getInt("version"));

    private GroupRows() {}

    static List<TraitGroup> all(Handle handle, String storeId) {
        return handle.select("SELECT * FROM trait_group WHERE store_id = ? ORDER BY name", storeId)
                .map(GROUP)
                .list();
    }

    static Optional<TraitGroup> find(Handle handle, String storeId, String name) {
        return handle.select("SELECT * FROM trait_group WHERE store_id = ? AND name = ?", storeId, name)
                .map(GROUP)
                .findOne();
    }

    static void insert(Handle handle, String storeId, TraitGroup group) {
        TraitChecks.group(group);
        if (find(handle, storeId, group.name()).isPresent()) {
            throw new MemoryFailure.Conflict("There is already a trait group named " + group.name() + ".");
        }
        int count = handle.select("SELECT COUNT(*) FROM trait_group WHERE store_id = ?", storeId)
                .mapTo(Integer.class)
                .one();
        if (count >= MAX_GROUPS) {
            throw new MemoryFailure.Conflict("A store has at most " + MAX_GROUPS + " trait groups.");
        }
        handle.execute(
                "INSERT INTO trait_group (store_id, name, description, traits, version) VALUES (?, ?, ?, ?, 1)",
                storeId,
                group.name(),
                group.description(),
                TraitJson.writeDefinitions(group.traits()));
    }

    /** Puts a group in the place of the one with its name. */
    static void replace(Handle handle, String storeId, TraitGroup group) {
        handle.execute(
                "UPDATE trait_group SET description = ?, traits = ?, version = ? WHERE store_id = ? AND name = ?",
                group.description(),
                TraitJson.writeDefinitions(group.traits()),
                group.version(),
                storeId,
                group.name());
    }

    /** The types of identifier some trait of these groups becomes. */
    static List<String> promotedTypes(List<TraitGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.traits().values().stream())
                .map(TraitDefinition::promotedTo)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    static TraitGroup require(Handle handle, String storeId, String name) {
        return find(handle, storeId, name)
                .orElseThrow(() -> new MemoryFailure.NotFound("There is no trait group named " + name + "."));
    }
}
