package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.TraitValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values of traits on the wire: group, trait, value. Pure functions. */
final class ValueJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueJson() {}

    /** What a write says about a customer; {@code null} takes a value away. */
    static ObjectNode write(Map<String, ? extends Map<String, ? extends @Nullable TraitValue>> traits) {
        ObjectNode body = NODES.objectNode();
        ObjectNode groups = body.putObject("traits");
        traits.forEach((group, values) -> {
            ObjectNode one = groups.putObject(group);
            values.forEach((name, value) -> one.set(name, value == null ? NODES.nullNode() : write(value)));
        });
        return body;
    }

    private static JsonNode write(TraitValue value) {
        return switch (value) {
            case TraitValue.Text(String text) -> NODES.stringNode(text);
            case TraitValue.Whole(long number) -> NODES.numberNode(number);
            case TraitValue.Flag(boolean flag) -> NODES.booleanNode(flag);
            case TraitValue.Many(List<TraitValue> values) -> {
                ArrayNode array = NODES.arrayNode();
                values.forEach(each -> array.add(write(each)));
                yield array;
            }
        };
    }

    static Map<String, Map<String, TraitValue>> read(Fields traits) {
        Map<String, Map<String, TraitValue>> all = new HashMap<>();
        for (Map.Entry<String, JsonNode> group : traits.entries()) {
            if (group.getValue() instanceof ObjectNode given) {
                Map<String, TraitValue> values = new HashMap<>();
                given.properties().forEach(trait -> {
                    TraitValue value = read(trait.getValue());
                    if (value != null) {
                        values.put(trait.getKey(), value);
                    }
                });
                all.put(group.getKey(), Map.copyOf(values));
            }
        }
        return all;
    }

    /** What the wire has no word for, such as a broken number, is shown as it is written. */
    static @Nullable TraitValue read(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new TraitValue.Whole(node.longValue());
        }
        if (node.isBoolean()) {
            return new TraitValue.Flag(node.booleanValue());
        }
        if (node.isArray()) {
            List<TraitValue> values = new ArrayList<>();
            for (JsonNode each : node) {
                TraitValue value = read(each);
                if (value != null) {
                    values.add(value);
                }
            }
            return new TraitValue.Many(values);
        }
        return new TraitValue.Text(node.isString() ? node.stringValue() : node.toString());
    }
}
