package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitDefinition.Rule;
import dev.recalldesk.memory.TraitValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Traits and their definitions as JSON, the same in the database and in an archive. Thread-safe. */
public final class TraitJson {
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TraitJson() {}

    public static String write(TraitValue value) {
        return node(value).toString();
    }

    public static TraitValue readValue(String json) {
        return value(MAPPER.readTree(json));
    }

    public static JsonNode node(TraitValue value) {
        return switch (value) {
            case TraitValue.Text(String text) -> MAPPER.getNodeFactory().stringNode(text);
            case TraitValue.Whole(long number) -> MAPPER.getNodeFactory().numberNode(number);
            case TraitValue.Flag(boolean flag) -> MAPPER.getNodeFactory().booleanNode(flag);
            case TraitValue.Many(List<TraitValue> values) -> {
                ArrayNode array = MAPPER.createArrayNode();
                values.forEach(each -> array.add(node(each)));
                yield array;
            }
        };
    }

    /** @throws IllegalArgumentException when this is no value a trait may have */
    public static TraitValue value(JsonNode node) {
        if (node.isString()) {
            return new TraitValue.Text(node.stringValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new TraitValue.Whole(node.longValue());
        }
        if (node.isBoolean()) {
            return new TraitValue.Flag(node.booleanValue());
        }
        if (node.isArray()) {
            List<TraitValue> values = new ArrayList<>();
            node.forEach(each -> values.add(value(each)));
            return new TraitValue.Many(values);
        }
        throw new IllegalArgumentException("a trait holds a text, a whole number, true, false or a list of those");
    }

    public static String writeDefinitions(Map<String, TraitDefinition> traits) {
        return definitionsNode(traits).toString();
    }

    public static ObjectNode definitionsNode(Map<String, TraitDefinition> traits) {
        ObjectNode all = MAPPER.createObjectNode();
        new TreeMap<>(traits).forEach((name, definition) -> {
            ObjectNode one = all.putObject(name);
            one.put("dataType", definition.dataType().name());
            one.put("description", definition.description());
            one.put("promotedTo", definition.promotedTo());
            one.set("rule", rule(definition.rule()));
        });
        return all;
    }

    public static Map<String, TraitDefinition> readDefinitions(String json) {
        return definitions(MAPPER.readTree(json));
    }

    /** @throws IllegalArgumentException when the definitions are not in the shape this class writes */
    public static Map<String, TraitDefinition> definitions(JsonNode all) {
        Map<String, TraitDefinition> traits = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            JsonNode one = entry.getValue();
            only(one, Set.of("dataType", "description", "promotedTo", "rule"));
            String type = text(one, "dataType");
            String description = text(one, "description");
            traits.put(
                    entry.getKey(),
                    new TraitDefinition(
                            dataType(type),
                            description == null ? "" : description,
                            readRule(one.get("rule")),
                            text(one, "promotedTo")));
        }
        return traits;
    }

    private static DataType dataType(@Nullable String name) {
        for (DataType type : DataType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("dataType is one of STRING, NUMBER, BOOLEAN, ARRAY");
    }

    private static JsonNode rule(@Nullable Rule rule) {
        ObjectNode node = MAPPER.createObjectNode();
        return switch (rule) {
            case null -> MAPPER.getNodeFactory().nullNode();
            case Rule.OfText text ->
                node.put("ruleType", "STRING")
                        .put("pattern", text.pattern())
                        .put("minLength", text.minLength())
                        .put("maxLength", text.maxLength());
            case Rule.OfNumber number ->
                node.put("ruleType", "NUMBER").put("min", number.min()).put("max", number.max());
            case Rule.OfFlag() -> node.put("ruleType", "BOOLEAN");
            case Rule.OfList list ->
                node.put("ruleType", "ARRAY").put("minItems", list.minItems()).put("maxItems", list.maxItems());
        };
    }

    private static @Nullable Rule readRule(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        String type = text(node, "ruleType");
        return switch (type == null ? "" : type.toUpperCase(Locale.ROOT)) {
            case "STRING" -> {
                only(node, Set.of("ruleType", "pattern", "minLength", "maxLength"));
                yield new Rule.OfText(text(node, "pattern"), whole(node, "minLength"), whole(node, "maxLength"));
            }
            case "NUMBER" -> {
                only(node, Set.of("ruleType", "min", "max"));
                yield new Rule.OfNumber(number(node, "min"), number(node, "max"));
            }
            case "BOOLEAN" -> {
                only(node, Set.of("ruleType"));
                yield new Rule.OfFlag();
            }
            case "ARRAY" -> {
                only(node, Set.of("ruleType", "minItems", "maxItems"));
                yield new Rule.OfList(whole(node, "minItems"), whole(node, "maxItems"));
            }
            default -> throw new IllegalArgumentException("ruleType is one of STRING, NUMBER, BOOLEAN, ARRAY");
        };
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode found = node.get(field);
        if (found == null || found.isNull()) {
            return null;
        }
        if (!found.isString()) {
            throw new IllegalArgumentException(field + " is not a text");
        }
        return found.stringValue();
    }

    private static @Nullable Integer whole(JsonNode node, String field) {
        JsonNode found = node.get(field);
        if (found == null || found.isNull()) {
            return null;
        }
        if (!found.isIntegralNumber() || !found.canConvertToInt()) {
            throw new IllegalArgumentException(field + " is not a whole number");
        }
        return found.intValue();
    }

    private static @Nullable Double number(JsonNode node, String field) {
        JsonNode found = node.get(field);
        if (found == null || found.isNull()) {
            return null;
        }
        if (!found.isNumber()) {
            throw new IllegalArgumentException(field + " is not a number");
        }
        return found.doubleValue();
    }

    private static void only(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("an object was expected");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("unknown field \"" + name + "\"");
            }
        }
    }
}
