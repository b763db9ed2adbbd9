package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.archive.TraitJson;
import dev.recalldesk.memory.local.DataMapping.Content;
import dev.recalldesk.memory.local.DataMapping.Kind;
import dev.recalldesk.memory.local.DataMapping.Source;
import dev.recalldesk.memory.local.DataMapping.Target;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The data mappings of a store in the database. */
final class DataMappingRows {
    private static final int MAX_PAGE = 100;
    private static final RowMapper<DataMapping> MAPPING = (row, context) -> new DataMapping(
            row.getString("id"),
            new Content(
                    row.getString("display_name"),
                    row.getString("description"),
                    row.getBoolean("enabled"),
                    source(Kind.valueOf(row.getString("kind")), row.getString("source")),
                    TraitJson.MAPPER.readValue(row.getString("targets"), new TypeReference<List<Target>>() {})),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("updated_at")),
            row.getInt("version"));

    private DataMappingRows() {}

    private static Source source(Kind kind, String source) {
        return switch (kind) {
            case INGRESS ->
                new Source.Ingress(TraitJson.MAPPER.readValue(source, new TypeReference<List<String>>() {}));
            case DATASET_CLOUDAPP -> new Source.CloudApp(source);
            case DATASET_WAREHOUSE -> new Source.Warehouse(source);
        };
    }

    private static String text(Source source) {
        return switch (source) {
            case Source.Ingress(List<String> columns) -> TraitJson.MAPPER.writeValueAsString(columns);
            case Source.CloudApp(String datasetId) -> datasetId;
            case Source.Warehouse(String datasetId) -> datasetId;
        };
    }

    static Page<DataMapping> page(Handle handle, String storeId, @Nullable Kind kind, PageRequest request) {
        PageTokens place = PageTokens.read(request, MAX_PAGE, "dataMappings", storeId, kind);
        List<DataMapping> rows = handle.createQuery("SELECT * FROM data_mapping WHERE store_id = :store"
                        + (kind == null ? "" : " AND kind = :kind")
                        + place.sql("created_at", "id"))
                .bind("store", storeId)
                .bind("kind", kind == null ? null : kind.name())
                .bind("afterTime", place.afterTime())
                .bind("afterKey", place.afterKey())
                .map(MAPPING)
                .list();
        return place.page(rows, row -> row.createdAt().toEpochMilli(), DataMapping::id);
    }

    static DataMapping get(Handle handle, String storeId, String id) {
        return handle.select("SELECT * FROM data_mapping WHERE id = ? AND store_id = ?", id, storeId)
                .map(MAPPING)
                .findOne()
                .orElseThrow(() -> new MemoryFailure.NotFound("There is no such data mapping."));
    }

    static String insert(Handle handle, String storeId, Content content, long now) {
        String id = Ids.dataMapping();
        requireFreeName(handle, storeId, id, content.displayName());
        handle.execute(
                "INSERT INTO data_mapping (id, store_id, display_name, description, enabled, kind, source, targets,"
                        + " created_at, updated_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                id,
                storeId,
                content.displayName(),
                content.description(),
                content.enabled(),
                content.source().kind().name(),
                text(content.source()),
                TraitJson.MAPPER.writeValueAsString(content.targets()),
                now,
                now);
        return id;
    }

    static void update(Handle handle, String storeId, String id, Content content, long now) {
        requireFreeName(handle, storeId, id, content.displayName());
        handle.execute(
                "UPDATE data_mapping SET display_name = ?, description = ?, enabled = ?, kind = ?, source = ?,"
                        + " targets = ?, updated_at = ?, version = version + 1 WHERE id = ?",
                content.displayName(),
                content.description(),
                content.enabled(),
                content.source().kind().name(),
                text(content.source()),
                TraitJson.MAPPER.writeValueAsString(content.targets()),
                now,
                id);
    }

    static void delete(Handle handle, String storeId, String id) {
        DataMapping _ = get(handle, storeId, id);
        handle.execute("DELETE FROM data_mapping WHERE id = ?", id);
    }

    private static void requireFreeName(Handle handle, String storeId, String id, String name) {
        boolean taken = handle.select(
                        "SELECT 1 FROM data_mapping WHERE store_id = ? AND display_name = ? AND id <> ?",
                        storeId,
                        name,
                        id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (taken) {
            throw new MemoryFailure.Conflict("There is already a data mapping named " + name + ".");
        }
    }
}
