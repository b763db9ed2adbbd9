package dev.recalldesk.server;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.TraitDefinition;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code …/IdentityResolutionSettings}: by what a customer is recognised. The embedded memory has one way of doing it, so
 * the settings can be read and not changed; further types come with the traits that are promoted to them.
 */
final class IdentityRoutes {
    private static final List<String> BUILT_IN = List.of(Identifier.EMAIL, "whatsapp", Identifier.PHONE);
    private static final int VERSION = 1;
    private static final int MAX_VALUES = 100;
    private final Stores stores;

    IdentityRoutes(Stores stores) {
        this.stores = stores;
    }

    void mount(RoutesConfig routes) {
        routes.get(StoreRoutes.PATH + "/{store}/IdentityResolutionSettings", this::read);
    }

    private void read(Context ctx) {
        Set<String> types = types(stores.named(ctx));
        ObjectNode json = Wire.object();
        ArrayNode configs = json.putArray("identifierConfigs");
        ArrayNode rules = json.putArray("matchingRules");
        for (String type : types) {
            configs.add(config(type));
            rules.add(type);
        }
        Asked.etag(ctx, VERSION);
        Wire.reply(ctx, 200, json.put("version", VERSION));
    }

    private static Set<String> types(Memory memory) {
        Set<String> types = new LinkedHashSet<>(BUILT_IN);
        memory.traitGroups().stream()
                .flatMap(group -> group.traits().values().stream())
                .map(TraitDefinition::promotedTo)
                .filter(Objects::nonNull)
                .sorted()
                .forEach(types::add);
        return types;
    }

    private static ObjectNode config(String type) {
        boolean known = type.equals(Identifier.EMAIL) || type.equals(Identifier.PHONE);
        return Wire.object()
                .put("idType", type)
                .put("matchingAlgo", "exact")
                .put("limit", MAX_VALUES)
                .put("limitPolicy", "fifo")
                .put("enforceUnique", true)
                .put("normalization", known ? type : "trim");
    }
}
