package dev.recalldesk.server;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.Normalization;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.local.StoreAdmin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code …/IdentityResolutionSettings}: by what the customers of a store are recognised. */
final class IdentityRoutes {
    private static final String PATH = StoreRoutes.PATH + "/{store}/IdentityResolutionSettings";
    private final Stores stores;
    private final StoreAdmin admin;
    private final Operations operations;

    IdentityRoutes(Stores stores, StoreAdmin admin, Operations operations) {
        this.stores = stores;
        this.admin = admin;
        this.operations = operations;
    }

    void mount(RoutesConfig routes) {
        routes.get(PATH, this::read);
        routes.put(PATH, this::replace);
    }

    private void read(Context ctx) {
        IdentitySettings settings = stores.named(ctx).identitySettings();
        Asked.etag(ctx, settings.version());
        Wire.reply(ctx, 200, json(settings));
    }

    private void replace(Context ctx) {
        String store = stores.named(ctx).store().id();
        if (!admin.updateIdentitySettings(store, Asked.ifMatch(ctx), settings(Wire.body(ctx, false)))) {
            throw Problem.versionConflict();
        }
        operations.answer(
                ctx, "Identity Resolution Settings accepted for processing.", store, PATH.replace("{store}", store));
    }

    private static IdentitySettings settings(Fields body) {
        body.only("identifierConfigs", "matchingRules");
        List<IdentifierConfig> configs = body.objects("identifierConfigs").stream()
                .map(IdentityRoutes::config)
                .toList();
        List<String> rules = body.optionalTexts("matchingRules");
        if (rules == null) {
            throw Problem.invalid("matchingRules", "It is required.");
        }
        return new IdentitySettings(configs, rules, 1);
    }

    private static IdentifierConfig config(Fields given) {
        given.only(
                "idType",
                "matchingAlgo",
                "matchingThreshold",
                "limit",
                "limitPolicy",
                "enforceUnique",
                "normalization");
        IdentifierConfig otherwise = IdentifierConfig.of(given.text("idType"), Normalization.TRIM);
        return new IdentifierConfig(
                otherwise.idType(),
                word(given, "matchingAlgo", otherwise.matching()),
                Objects.requireNonNullElse(given.optionalInteger("matchingThreshold"), otherwise.threshold()),
                Objects.requireNonNullElse(given.optionalInteger("limit"), otherwise.limit()),
                word(given, "limitPolicy", otherwise.limitPolicy()),
                Objects.requireNonNullElse(given.optionalFlag("enforceUnique"), otherwise.unique()),
                word(given, "normalization", otherwise.normalization()));
    }

    /** One of the words of an enum, or the one that holds when none is given. */
    private static <E extends Enum<E>> E word(Fields given, String field, E otherwise) {
        String word = given.optionalText(field);
        List<E> all = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
        return word == null
                ? otherwise
                : all.stream()
                        .filter(each -> word(each).equals(word))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(
                                given.at(field),
                                "It is one of "
                                        + all.stream().map(IdentityRoutes::word).collect(Collectors.joining(", "))
                                        + "."));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode json(IdentitySettings settings) {
        ObjectNode json = Wire.object();
        ArrayNode configs = json.putArray("identifierConfigs");
        settings.identifierConfigs().forEach(config -> configs.add(json(config)));
        settings.matchingRules().forEach(json.putArray("matchingRules")::add);
        return json.put("version", settings.version());
    }

    private static ObjectNode json(IdentifierConfig config) {
        return Wire.object()
                .put("idType", config.idType())
                .put("matchingAlgo", word(config.matching()))
                .put("matchingThreshold", config.threshold())
                .put("limit", config.limit())
                .put("limitPolicy", word(config.limitPolicy()))
                .put("enforceUnique", config.unique())
                .put("normalization", word(config.normalization()));
    }
}
