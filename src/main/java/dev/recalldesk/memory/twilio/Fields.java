package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.NotTheService.Sign;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object that came back, read with patience: what is not known is passed over, {@code null} counts as absent, and
 * only what cannot be done without is missed, with a {@link NotTheService}.
 */
record Fields(ObjectNode node) {
    static final Fields NONE = new Fields(JsonNodeFactory.instance.objectNode());

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name, null));
    }

    /** A text, or a number written as one. */
    Optional<String> optionalText(String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isValueNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(value.asString());
    }

    /** The first of these fields that is there. */
    Optional<String> firstText(String... names) {
        for (String name : names) {
            Optional<String> found = optionalText(name).filter(text -> !text.isEmpty());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first of these times that is there and can be read. */
    Instant moment(String... names) {
        @Nullable DateTimeException unread = null;
        for (String name : names) {
            Optional<String> text = optionalText(name);
            if (text.isPresent()) {
                try {
                    return Moments.read(text.get());
                } catch (DateTimeException e) {
                    unread = e;
                }
            }
        }
        throw missing(names[0], unread);
    }

    int integer(String name, int otherwise) {
        JsonNode value = node.get(name);
        return value == null || !value.isNumber() ? otherwise : value.asInt(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = node.get(name);
        return value == null ? otherwise : value.asBoolean(otherwise);
    }

    @Nullable
    Integer optionalInteger(String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isNumber() ? null : (Integer) value.asInt(0);
    }

    @Nullable
    Double optionalNumber(String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isNumber() ? null : (Double) value.doubleValue();
    }

    OptionalDouble share(String name) {
        Double value = optionalNumber(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(Math.clamp(value, 0, 1));
    }

    Optional<Fields> object(String name) {
        return node.get(name) instanceof ObjectNode inner ? Optional.of(new Fields(inner)) : Optional.empty();
    }

    /** The objects of a list; what is none is passed over, and no list counts as an empty one. */
    List<Fields> objects(String name) {
        return each(name, item -> item instanceof ObjectNode inner ? new Fields(inner) : null);
    }

    List<String> texts(String name) {
        return each(name, item -> item.isString() ? item.stringValue() : null);
    }

    /** The items of a list that are of use; {@code null} passes one over. */
    <T> List<T> each(String name, Function<JsonNode, @Nullable T> reading) {
        List<T> all = new ArrayList<>();
        JsonNode list = node.get(name);
        if (list != null && list.isArray()) {
            for (JsonNode item : list) {
                T read = reading.apply(item);
                if (read != null) {
                    all.add(read);
                }
            }
        }
        return all;
    }

    Iterable<Map.Entry<String, JsonNode>> entries() {
        return node.properties();
    }

    private static NotTheService missing(String name, @Nullable Throwable cause) {
        return new NotTheService(Sign.STRANGE, "The answer lacks " + name, cause, false);
    }
}
