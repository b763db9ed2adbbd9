package dev.recalldesk.server;

import dev.recalldesk.memory.TraitValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The traits of a customer on the wire: group, trait, value. */
final class Traits {
    private static final int MAX_GROUPS = 50;
    private static final int MAX_TRAITS = 99;

    private Traits() {}

    /** What a new customer is made from. */
    static Map<String, Map<String, TraitValue>> read(Fields body) {
        Map<String, Map<String, TraitValue>> all = new LinkedHashMap<>();
        all(body.only("traits").object("traits")).forEach((group, changes) -> {
            Map<String, TraitValue> values = new LinkedHashMap<>();
            changes.forEach((trait, value) -> {
                if (value == null) {
                    throw Problem.invalid(body.at("traits." + group + "." + trait), "It must have a value.");
                }
                values.put(trait, value);
            });
            all.put(group, values);
        });
        return all;
    }

    /** What is to change in a customer, which may be nothing; {@code null} takes a trait away. */
    static Map<String, Map<String, @Nullable TraitValue>> changes(Fields body) {
        Fields traits = body.only("traits").optionalObject("traits");
        return traits == null ? Map.of() : all(traits);
    }

    private static Map<String, Map<String, @Nullable TraitValue>> all(Fields traits) {
        if (traits.node().size() > MAX_GROUPS) {
            throw Problem.invalid(traits.path(), "At most " + MAX_GROUPS + " groups can be given.");
        }
        Map<String, Map<String, @Nullable TraitValue>> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> group : traits.entries()) {
            Fields given = Fields.inner(traits.at(group.getKey()), group.getValue());
            if (given.node().size() > MAX_TRAITS) {
                throw Problem.invalid(given.path(), "At most " + MAX_TRAITS + " traits of a group can be given.");
            }
            Map<String, @Nullable TraitValue> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> trait : given.entries()) {
                JsonNode value = trait.getValue();
                values.put(trait.getKey(), value.isNull() ? null : value(given.at(trait.getKey()), value));
            }
            all.put(group.getKey(), values);
        }
        return all;
    }

    /** @param field the name errors give it */
    static TraitValue value(String field, JsonNode node) {
        return value(field, node, true);
    }

    private static TraitValue value(String field, JsonNode node, boolean listAllowed) {
        if (node.isString()) {
            return new TraitValue.Text(node.stringValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new TraitValue.Whole(node.longValue());
        }
        if (node.isBoolean()) {
            return new TraitValue.Flag(node.booleanValue());
        }
        if (node.isArray() && listAllowed) {
            List<TraitValue> values = new ArrayList<>();
            for (JsonNode each : node) {
                values.add(value(field, each, false));
            }
            return new TraitValue.Many(values);
        }
        throw Problem.invalid(field, "A trait holds a text, a whole number, true, false or a flat list of those.");
    }

    static ObjectNode json(Map<String, Map<String, TraitValue>> traits) {
        ObjectNode json = Wire.object();
        new TreeMap<>(traits).forEach((group, values) -> {
            ObjectNode one = json.putObject(group);
            new TreeMap<>(values).forEach((name, value) -> one.set(name, json(value)));
        });
        return json;
    }

    static JsonNode json(TraitValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case TraitValue.Text(String text) -> nodes.stringNode(text);
            case TraitValue.Whole(long number) -> nodes.numberNode(number);
            case TraitValue.Flag(boolean flag) -> nodes.booleanNode(flag);
            case TraitValue.Many(List<TraitValue> values) -> {
                ArrayNode array = nodes.arrayNode();
                values.forEach(each -> array.add(json(each)));
                yield array;
            }
        };
    }
}
