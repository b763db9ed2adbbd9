package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.LimitPolicy;
import dev.recalldesk.memory.IdentifierConfig.Matching;
import dev.recalldesk.memory.IdentifierConfig.Normalization;
import dev.recalldesk.memory.IdentitySettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The identity settings of a store as a line of an archive.
 *
 * @param implied the types that are there only because a trait is promoted to them
 */
public record ArchiveIdentity(IdentitySettings settings, Set<String> implied) {
    public ArchiveIdentity {
        implied = Set.copyOf(implied);
    }

    /** Adds the settings to a line. */
    static ObjectNode write(ObjectNode line, IdentitySettings settings, Collection<String> implied) {
        ArrayNode configs = line.putArray("identifierConfigs");
        for (IdentifierConfig config : settings.identifierConfigs()) {
            ObjectNode one = configs.addObject()
                    .put("idType", config.idType())
                    .put("matchingAlgo", name(config.matching()))
                    .put("matchingThreshold", config.threshold())
                    .put("limit", config.limit())
                    .put("limitPolicy", name(config.limitPolicy()))
                    .put("enforceUnique", config.unique())
                    .put("normalization", name(config.normalization()));
            if (implied.contains(config.idType())) {
                one.put("implied", true);
            }
        }
        settings.matchingRules().forEach(line.putArray("matchingRules")::add);
        return line;
    }

    /** @throws LineProblem when the line is not in the shape of {@link #write} */
    public static ArchiveIdentity read(ArchiveLine line) {
        line.only("type", "identifierConfigs", "matchingRules");
        List<IdentifierConfig> configs = new ArrayList<>();
        Set<String> implied = new HashSet<>();
        for (ArchiveLine one : line.objects("identifierConfigs")) {
            one.only(
                    "idType",
                    "matchingAlgo",
                    "matchingThreshold",
                    "limit",
                    "limitPolicy",
                    "enforceUnique",
                    "normalization",
                    "implied");
            String type = one.text("idType");
            configs.add(new IdentifierConfig(
                    type,
                    value(Matching.class, one, "matchingAlgo"),
                    one.whole("matchingThreshold"),
                    one.whole("limit"),
                    value(LimitPolicy.class, one, "limitPolicy"),
                    one.flag("enforceUnique"),
                    value(Normalization.class, one, "normalization")));
            if (one.flag("implied")) {
                implied.add(type);
            }
        }
        return new ArchiveIdentity(new IdentitySettings(configs, line.texts("matchingRules"), 1), implied);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E value(Class<E> type, ArchiveLine line, String field) {
        String name = line.text(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> name(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new LineProblem("\"" + field + "\" is none of the words there are for it"));
    }
}
