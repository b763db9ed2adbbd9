package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitDefinition.Rule;
import dev.recalldesk.memory.TraitGroup;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trait groups and what their fields hold, on the wire. Pure functions. */
final class DefinitionJson {
    private DefinitionJson() {}

    static ObjectNode write(TraitGroup group) {
        return write(group.description().isEmpty() ? null : group.description(), group.traits())
                .put("displayName", group.name());
    }

    /** What changes in a group; {@code null} takes a field out. */
    static ObjectNode write(@Nullable String description, Map<String, ? extends @Nullable TraitDefinition> traits) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        put(body, "description", description);
        if (!traits.isEmpty()) {
            ObjectNode all = body.putObject("traits");
            traits.forEach((name, definition) -> write(all.putObject(name), definition));
        }
        return body;
    }

    private static void write(ObjectNode one, @Nullable TraitDefinition definition) {
        if (definition == null) {
            one.put("dataType", "");
            return;
        }
        one.put("dataType", definition.dataType().name());
        put(one, "description", definition.description().isEmpty() ? null : definition.description());
        put(one, "idTypePromotion", definition.promotedTo());
        if (definition.rule() != null) {
            write(one.putObject("validationRule"), definition.rule());
        }
    }

    private static void write(ObjectNode one, Rule rule) {
        switch (rule) {
            case Rule.OfText(String pattern, Integer min, Integer max) -> {
                put(one.put("ruleType", "STRING"), "pattern", pattern);
                put(one, "minLength", min);
                put(one, "maxLength", max);
            }
            case Rule.OfNumber(Double min, Double max) -> {
                put(one.put("ruleType", "NUMBER"), "min", min);
                put(one, "max", max);
            }
            case Rule.OfFlag() -> one.put("ruleType", "BOOLEAN");
            case Rule.OfList(Integer min, Integer max) -> {
                put(one.put("ruleType", "ARRAY"), "minItems", min);
                put(one, "maxItems", max);
            }
        }
    }

    private static void put(ObjectNode one, String field, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer whole -> one.put(field, whole);
            case Double number -> one.put(field, number);
            default -> one.put(field, value.toString());
        }
    }

    static TraitGroup read(Fields group) {
        Map<String, TraitDefinition> traits = new HashMap<>();
        group.object("traits").ifPresent(all -> {
            for (Map.Entry<String, JsonNode> trait : all.entries()) {
                if (trait.getValue() instanceof ObjectNode given) {
                    traits.put(trait.getKey(), definition(new Fields(given)));
                }
            }
        });
        return new TraitGroup(
                group.text("displayName"),
                group.optionalText("description").orElse(""),
                traits,
                group.integer("version", 1));
    }

    private static TraitDefinition definition(Fields given) {
        return new TraitDefinition(
                type(given.optionalText("dataType").orElse("")),
                given.optionalText("description").orElse(""),
                given.object("validationRule").map(DefinitionJson::rule).orElse(null),
                given.firstText("idTypePromotion").orElse(null));
    }

    /** A kind that is not known can still be shown as a text. */
    private static DataType type(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "NUMBER" -> DataType.NUMBER;
            case "BOOLEAN" -> DataType.BOOLEAN;
            case "ARRAY" -> DataType.ARRAY;
            default -> DataType.STRING;
        };
    }

    private static @Nullable Rule rule(Fields rule) {
        return switch (rule.optionalText("ruleType").orElse("").toUpperCase(Locale.ROOT)) {
            case "STRING" ->
                new Rule.OfText(
                        rule.optionalText("pattern").orElse(null),
                        rule.optionalInteger("minLength"),
                        rule.optionalInteger("maxLength"));
            case "NUMBER" -> new Rule.OfNumber(rule.optionalNumber("min"), rule.optionalNumber("max"));
            case "BOOLEAN" -> new Rule.OfFlag();
            case "ARRAY" -> new Rule.OfList(rule.optionalInteger("minItems"), rule.optionalInteger("maxItems"));
            default -> null;
        };
    }
}
