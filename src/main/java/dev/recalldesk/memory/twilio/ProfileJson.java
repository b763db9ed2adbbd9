package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Customers and what identifies them, on the wire. Pure functions. */
final class ProfileJson {
    private ProfileJson() {}

    static ObjectNode identifier(String type, String value) {
        return JsonNodeFactory.instance.objectNode().put("idType", type).put("value", value);
    }

    static ObjectNode write(List<Map<String, Map<String, TraitValue>>> profiles) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("profiles");
        profiles.forEach(traits -> all.add(ValueJson.write(traits)));
        return body;
    }

    static ObjectNode replacement(String type, String oldValue, String newValue) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("idType", type)
                .put("oldValue", oldValue)
                .put("newValue", newValue);
    }

    /** The id may stand in a header: then the customer was merged, and the header is right. */
    static Profile profile(Answer answer) {
        Fields given = answer.fields();
        return new Profile(
                answer.header(Answer.CANONICAL).orElseGet(() -> given.text("id")),
                given.moment("createdAt", "updatedAt"),
                given.object("traits").map(ValueJson::read).orElse(Map.of()));
    }

    /** Nobody is an empty list, {@code null} or no list at all; somebody is an id or an object with one. */
    static Lookup lookup(String asked, Fields answer) {
        return new Lookup(
                answer.firstText("normalizedValue").orElse(asked),
                answer.each("profiles", ProfileJson::id).stream().distinct().toList());
    }

    private static @Nullable String id(JsonNode found) {
        if (found instanceof ObjectNode object) {
            return new Fields(object).firstText("id", "profileId").orElse(null);
        }
        return found.isString() ? found.stringValue() : null;
    }

    static Identifier identifier(Fields given) {
        return new Identifier(given.text("idType"), given.texts("values"));
    }

    /** One without a value or a time is passed over; the profile still shows what it holds. */
    static @Nullable Trait trait(Fields given) {
        TraitValue value = ValueJson.read(given.node().get("value"));
        return value == null || given.firstText("timestamp").isEmpty()
                ? null
                : new Trait(given.text("traitGroup"), given.text("name"), value, given.moment("timestamp"));
    }
}
