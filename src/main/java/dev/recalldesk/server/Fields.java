package dev.recalldesk.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object that was sent, read field by field; what is wrong with one is a {@link Problem} that names it. A field that
 * is {@code null} counts as absent, except in {@link #entries()}.
 */
record Fields(String path, ObjectNode node) {
    /** For schemas that are closed: no other fields than these. */
    Fields only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw Problem.invalid(at(name), "There is no such field.");
            }
        }
        return this;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    String text(String name) {
        return required(name, optionalText(name));
    }

    @Nullable
    String optionalText(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw Problem.invalid(at(name), "It must be a text.");
        }
        return value.stringValue();
    }

    /** The same, refusing texts that are shorter or longer. */
    @Nullable
    String optionalText(String name, int least, int most) {
        String text = optionalText(name);
        if (text != null && (text.length() < least || text.length() > most)) {
            throw Problem.invalid(at(name), "It must have " + least + " to " + most + " characters.");
        }
        return text;
    }

    String text(String name, int least, int most) {
        return required(name, optionalText(name, least, most));
    }

    /** The same, refusing texts that do not match as a whole. */
    @Nullable
    String optionalText(String name, Pattern pattern) {
        String text = optionalText(name);
        if (text != null && !pattern.matcher(text).matches()) {
            throw Problem.invalid(at(name), "It must match " + pattern + ".");
        }
        return text;
    }

    String text(String name, Pattern pattern) {
        return required(name, optionalText(name, pattern));
    }

    @Nullable
    Boolean optionalFlag(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw Problem.invalid(at(name), "It must be true or false.");
        }
        return value.booleanValue();
    }

    Instant moment(String name) {
        return required(name, optionalMoment(name));
    }

    @Nullable
    Instant optionalMoment(String name) {
        String text = optionalText(name);
        return text == null ? null : Wire.moment(at(name), text);
    }

    @Nullable
    Integer optionalInteger(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw Problem.invalid(at(name), "It must be a whole number.");
        }
        return value.intValue();
    }

    int integer(String name, int least, int most) {
        int value = required(name, optionalInteger(name));
        if (value < least || value > most) {
            throw Problem.invalid(at(name), "It must be between " + least + " and " + most + ".");
        }
        return value;
    }

    @Nullable
    Double optionalNumber(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw Problem.invalid(at(name), "It must be a number.");
        }
        return value.doubleValue();
    }

    @Nullable
    List<String> optionalTexts(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array(name, value)) {
            if (!each.isString()) {
                throw Problem.invalid(at(name), "It must be a list of texts.");
            }
            texts.add(each.stringValue());
        }
        return texts;
    }

    List<String> texts(String name) {
        return required(name, optionalTexts(name));
    }

    Fields object(String name) {
        return required(name, optionalObject(name));
    }

    @Nullable
    Fields optionalObject(String name) {
        JsonNode value = find(name);
        return value == null ? null : inner(at(name), value);
    }

    /** A list of objects, refusing lists that are shorter or longer. */
    List<Fields> objects(String name, int least, int most) {
        List<Fields> all = objects(name);
        if (all.size() < least || all.size() > most) {
            throw Problem.invalid(at(name), "It must have " + least + " to " + most + " items.");
        }
        return all;
    }

    List<Fields> objects(String name) {
        List<Fields> all = new ArrayList<>();
        for (JsonNode each : array(name, required(name, find(name)))) {
            all.add(inner(at(name) + "[" + all.size() + "]", each));
        }
        return all;
    }

    /** Every field as it was sent, {@code null} included. */
    Set<Map.Entry<String, JsonNode>> entries() {
        return node.properties();
    }

    /** The name of a field as errors give it. */
    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** A value found inside of this object, which must itself be an object. */
    static Fields inner(String path, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new Fields(path, object);
        }
        throw Problem.invalid(path, "It must be an object.");
    }

    private JsonNode array(String name, JsonNode value) {
        if (!value.isArray()) {
            throw Problem.invalid(at(name), "It must be a list.");
        }
        return value;
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(at(name), "It is required.");
        }
        return value;
    }

    private @Nullable JsonNode find(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
