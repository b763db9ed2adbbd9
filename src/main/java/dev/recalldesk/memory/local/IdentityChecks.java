package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.MemoryFailure.Invalid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What identity settings may look like. Each check throws {@link Invalid} naming the field as the wire does. */
final class IdentityChecks {
    private static final String CONFIGS = "identifierConfigs";
    private static final String RULES = "matchingRules";
    private static final int MIN_THRESHOLD = 50;
    private static final int MAX_THRESHOLD = 99;

    private IdentityChecks() {}

    static void settings(IdentitySettings settings) {
        count(CONFIGS, settings.identifierConfigs());
        count(RULES, settings.matchingRules());
        Set<String> types = new HashSet<>();
        for (int i = 0; i < settings.identifierConfigs().size(); i++) {
            IdentifierConfig config = settings.identifierConfigs().get(i);
            String field = CONFIGS + "[" + i + "]";
            config(field, config);
            Checks.require(types.add(config.idType()), field + ".idType", "This type is configured twice.");
        }
        Set<String> rules = new HashSet<>();
        for (int i = 0; i < settings.matchingRules().size(); i++) {
            String rule = settings.matchingRules().get(i);
            String field = RULES + "[" + i + "]";
            Checks.require(types.contains(rule), field, "A rule names a type that is configured.");
            Checks.require(rules.add(rule), field, "This type is named twice.");
        }
    }

    private static void count(String field, List<?> items) {
        Checks.require(
                !items.isEmpty() && items.size() <= IdentitySettings.MAX,
                field,
                "There are 1 to " + IdentitySettings.MAX + " of them, not " + items.size() + ".");
    }

    private static void config(String field, IdentifierConfig config) {
        Checks.identifierType(field + ".idType", config.idType());
        Checks.require(
                config.threshold() >= MIN_THRESHOLD && config.threshold() <= MAX_THRESHOLD,
                field + ".matchingThreshold",
                "A threshold is between " + MIN_THRESHOLD + " and " + MAX_THRESHOLD + ".");
        Checks.require(
                config.limit() >= 1 && config.limit() <= IdentifierConfig.MAX_LIMIT,
                field + ".limit",
                "A limit is between 1 and " + IdentifierConfig.MAX_LIMIT + ".");
    }
}
