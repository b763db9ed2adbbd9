package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.Matching;
import dev.recalldesk.memory.IdentifierConfig.Normalization;
import dev.recalldesk.memory.IdentitySettings;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Identity settings on the wire. Pure functions. */
final class IdentityJson {
    private IdentityJson() {}

    static ObjectNode write(IdentitySettings settings) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode configs = body.putArray("identifierConfigs");
        settings.identifierConfigs().forEach(config -> write(configs.addObject(), config));
        settings.matchingRules().forEach(body.putArray("matchingRules")::add);
        return body;
    }

    private static void write(ObjectNode one, IdentifierConfig config) {
        one.put("idType", config.idType()).put("matchingAlgo", word(config.matching()));
        if (config.matching() == Matching.FUZZY) {
            one.put("matchingThreshold", config.threshold());
        }
        one.put("limit", config.limit())
                .put("limitPolicy", word(config.limitPolicy()))
                .put("enforceUnique", config.unique())
                .put("normalization", word(config.normalization()));
    }

    static IdentitySettings read(Fields answer) {
        return new IdentitySettings(
                answer.objects("identifierConfigs").stream()
                        .map(IdentityJson::config)
                        .toList(),
                answer.texts("matchingRules"),
                answer.integer("version", 1));
    }

    private static IdentifierConfig config(Fields given) {
        IdentifierConfig otherwise = IdentifierConfig.of(given.text("idType"), Normalization.TRIM);
        return new IdentifierConfig(
                otherwise.idType(),
                read(given, "matchingAlgo", otherwise.matching()),
                given.integer("matchingThreshold", otherwise.threshold()),
                given.integer("limit", otherwise.limit()),
                read(given, "limitPolicy", otherwise.limitPolicy()),
                given.flag("enforceUnique", otherwise.unique()),
                read(given, "normalization", otherwise.normalization()));
    }

    /** What is not said, or in a word that is not known, is what holds where nobody decided. */
    private static <E extends Enum<E>> E read(Fields given, String field, E otherwise) {
        String word = given.optionalText(field).orElse("");
        return Stream.of(otherwise.getDeclaringClass().getEnumConstants())
                .filter(each -> word(each).equalsIgnoreCase(word))
                .findAny()
                .orElse(otherwise);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
