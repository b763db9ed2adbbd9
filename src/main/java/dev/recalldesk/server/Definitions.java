package dev.recalldesk.server;

import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitDefinition.Rule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The definitions of a trait group on the wire. */
final class Definitions {
    private static final int MAX_DESCRIPTION = 1024;

    private Definitions() {}

    /** What a new group holds. */
    static Map<String, TraitDefinition> read(Fields body) {
        Map<String, TraitDefinition> all = new LinkedHashMap<>();
        changes(body).forEach((name, definition) -> {
            if (definition == null) {
                throw Problem.invalid("traits." + name + ".dataType", "It is required.");
            }
            all.put(name, definition);
        });
        return all;
    }

    /** What is to change in a group; a definition without a type is to be taken out. */
    static Map<String, @Nullable TraitDefinition> changes(Fields body) {
        Map<String, @Nullable TraitDefinition> all = new LinkedHashMap<>();
        Fields traits = body.optionalObject("traits");
        if (traits == null) {
            return all;
        }
        for (Map.Entry<String, JsonNode> trait : traits.entries()) {
            Fields given = Fields.inner(traits.at(trait.getKey()), trait.getValue())
                    .only("dataType", "description", "validationRule", "idTypePromotion");
            all.put(trait.getKey(), given.text("dataType").isEmpty() ? null : definition(given));
        }
        return all;
    }

    private static TraitDefinition definition(Fields given) {
        String description = given.optionalText("description", 0, MAX_DESCRIPTION);
        Fields rule = given.optionalObject("validationRule");
        return new TraitDefinition(
                type(given, "dataType"),
                description == null ? "" : description,
                rule == null ? null : rule(rule),
                given.optionalText("idTypePromotion"));
    }

    private static DataType type(Fields given, String field) {
        String name = given.text(field);
        for (DataType type : DataType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw Problem.invalid(given.at(field), "It is one of STRING, NUMBER, BOOLEAN and ARRAY.");
    }

    private static Rule rule(Fields rule) {
        return switch (type(rule, "ruleType")) {
            case STRING -> {
                rule.only("ruleType", "pattern", "minLength", "maxLength");
                yield new Rule.OfText(
                        rule.optionalText("pattern"), least(rule, "minLength", 0), least(rule, "maxLength", 1));
            }
            case NUMBER -> {
                rule.only("ruleType", "min", "max");
                yield new Rule.OfNumber(rule.optionalNumber("min"), rule.optionalNumber("max"));
            }
            case BOOLEAN -> {
                rule.only("ruleType");
                yield new Rule.OfFlag();
            }
            case ARRAY -> {
                rule.only("ruleType", "minItems", "maxItems");
                yield new Rule.OfList(least(rule, "minItems", 0), least(rule, "maxItems", 0));
            }
        };
    }

    private static @Nullable Integer least(Fields rule, String field, int least) {
        Integer value = rule.optionalInteger(field);
        if (value != null && value < least) {
            throw Problem.invalid(rule.at(field), "It must be at least " + least + ".");
        }
        return value;
    }

    static ObjectNode json(Collection<Map.Entry<String, TraitDefinition>> definitions) {
        ObjectNode json = Wire.object();
        for (Map.Entry<String, TraitDefinition> entry : definitions) {
            TraitDefinition definition = entry.getValue();
            ObjectNode one = json.putObject(entry.getKey())
                    .put("dataType", definition.dataType().name());
            if (!definition.description().isEmpty()) {
                one.put("description", definition.description());
            }
            if (definition.rule() != null) {
                one.set("validationRule", json(definition.rule()));
            }
            if (definition.promotedTo() != null) {
                one.put("idTypePromotion", definition.promotedTo());
            }
        }
        return json;
    }

    private static ObjectNode json(Rule rule) {
        ObjectNode json = Wire.object();
        return switch (rule) {
            case Rule.OfText(String pattern, Integer min, Integer max) -> {
                json.put("ruleType", "STRING");
                if (pattern != null) {
                    json.put("pattern", pattern);
                }
                yield bounds(json, "Length", min, max);
            }
            case Rule.OfNumber(Double min, Double max) -> bounds(json.put("ruleType", "NUMBER"), "", min, max);
            case Rule.OfFlag() -> json.put("ruleType", "BOOLEAN");
            case Rule.OfList(Integer min, Integer max) -> bounds(json.put("ruleType", "ARRAY"), "Items", min, max);
        };
    }

    private static ObjectNode bounds(ObjectNode json, String of, @Nullable Number min, @Nullable Number max) {
        bound(json, "min" + of, min);
        bound(json, "max" + of, max);
        return json;
    }

    private static void bound(ObjectNode json, String field, @Nullable Number bound) {
        switch (bound) {
            case null -> {}
            case Integer whole -> json.put(field, whole);
            default -> json.put(field, bound.doubleValue());
        }
    }
}
