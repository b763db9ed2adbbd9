package dev.recalldesk.server;

import dev.recalldesk.memory.local.DataMapping;
import dev.recalldesk.memory.local.DataMapping.Content;
import dev.recalldesk.memory.local.DataMapping.Kind;
import dev.recalldesk.memory.local.DataMapping.Source;
import dev.recalldesk.memory.local.DataMapping.Target;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A data mapping on the wire. */
final class DataMappingBody {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9.-]{0,63}");
    private static final Pattern GROUP = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
    private static final Pattern TRAIT = Pattern.compile("[a-z][a-zA-Z0-9_.-]{0,127}");
    private static final Pattern DATASET = Pattern.compile("tdi_dataset_[0-7][0-9a-z]{25}");
    private static final int MAX_DESCRIPTION = 512;
    private static final int MAX_ITEMS = 100;
    private static final int MAX_FIELD = 256;

    private DataMappingBody() {}

    static Content read(Fields body) {
        String description = description(body);
        Boolean enabled = body.optionalFlag("isEnabled");
        return new Content(
                body.text("displayName", NAME),
                description == null ? "" : description,
                enabled == null || enabled,
                source(body.object("mappingFrom")),
                targets(body.object("mappingTo")));
    }

    /** What is left of the present content where the body says something else; the source stays what it is. */
    static Content change(Content present, Fields body) {
        String name = body.optionalText("displayName", NAME);
        String description = description(body);
        Boolean enabled = body.optionalFlag("isEnabled");
        Fields to = body.optionalObject("mappingTo");
        return new Content(
                name == null ? present.displayName() : name,
                description == null ? present.description() : description,
                enabled == null ? present.enabled() : enabled,
                present.source(),
                to == null ? present.targets() : targets(to));
    }

    private static @Nullable String description(Fields body) {
        return body.optionalText("description", 1, MAX_DESCRIPTION);
    }

    private static Source source(Fields from) {
        return switch (kind(from)) {
            case INGRESS -> new Source.Ingress(columns(from.only("type", "columns")));
            case DATASET_CLOUDAPP ->
                new Source.CloudApp(from.only("type", "datasetId").text("datasetId", DATASET));
            case DATASET_WAREHOUSE ->
                new Source.Warehouse(from.only("type", "datasetId").text("datasetId", DATASET));
        };
    }

    /**
     * Twilio's library for Java knows no type of source at all, so that a list of columns without a type must do. A data set
     * without one could be either of two.
     */
    private static Kind kind(Fields from) {
        return !from.has("type") && from.has("columns") ? Kind.INGRESS : kind(from.at("type"), from.text("type"));
    }

    static Kind kind(String field, String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw Problem.invalid(field, "It is one of INGRESS, DATASET_CLOUDAPP and DATASET_WAREHOUSE.");
    }

    private static List<String> columns(Fields from) {
        List<String> columns = from.texts("columns");
        if (columns.isEmpty()
                || columns.size() > MAX_ITEMS
                || columns.stream().anyMatch(column -> column.isEmpty() || column.length() > MAX_FIELD)) {
            throw Problem.invalid(from.at("columns"), "1 to 100 columns of 1 to 256 characters can be named.");
        }
        return columns;
    }

    private static List<Target> targets(Fields to) {
        if (!to.only("type", "mappings").text("type").equals("TRAITS")) {
            throw Problem.invalid(to.at("type"), "It is TRAITS.");
        }
        return to.objects("mappings", 1, MAX_ITEMS).stream()
                .map(item -> item.only("expression", "traitGroup", "traitName"))
                .map(item -> new Target(
                        item.text("expression", 1, MAX_FIELD),
                        item.text("traitGroup", GROUP),
                        item.text("traitName", TRAIT)))
                .toList();
    }

    static ObjectNode json(DataMapping mapping) {
        Content content = mapping.content();
        ObjectNode json = Wire.object().put("id", mapping.id()).put("displayName", content.displayName());
        if (!content.description().isEmpty()) {
            json.put("description", content.description());
        }
        json.put("isEnabled", content.enabled());
        ArrayNode targets = json.putObject("mappingTo").put("type", "TRAITS").putArray("mappings");
        content.targets()
                .forEach(target -> targets.addObject()
                        .put("expression", target.expression())
                        .put("traitGroup", target.traitGroup())
                        .put("traitName", target.traitName()));
        source(json.putObject("mappingFrom").put("type", content.source().kind().name()), content.source());
        return json.put("createdAt", Wire.moment(mapping.createdAt()))
                .put("updatedAt", Wire.moment(mapping.updatedAt()))
                .put("version", mapping.version());
    }

    private static void source(ObjectNode json, Source source) {
        switch (source) {
            case Source.Ingress(List<String> columns) -> {
                ArrayNode array = json.putArray("columns");
                columns.forEach(array::add);
            }
            case Source.CloudApp(String datasetId) -> json.put("datasetId", datasetId);
            case Source.Warehouse(String datasetId) -> json.put("datasetId", datasetId);
        }
    }
}
