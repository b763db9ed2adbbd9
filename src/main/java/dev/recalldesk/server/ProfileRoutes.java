package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitValue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** {@code …/Profiles}: customers and their traits. */
final class ProfileRoutes {
    private static final String GROUPS = "traitGroups";
    private static final int MAX_PAGE = 1000;
    private static final int MAX_TRAITS = 100;
    private final Stores stores;
    private final Dialect dialect;

    ProfileRoutes(Stores stores, Dialect dialect) {
        this.stores = stores;
        this.dialect = dialect;
    }

    void mount(RoutesConfig routes) {
        routes.get(dialect.store() + "/Profiles", this::list);
        routes.post(dialect.store() + "/Profiles", this::create);
        routes.get(dialect.profile(), this::read);
        routes.patch(dialect.profile(), this::update);
        routes.delete(dialect.profile(), this::delete);
        routes.get(dialect.profile() + "/Traits", this::traits);
    }

    private void list(Context ctx) {
        Listing asked = Listing.of(ctx, MAX_PAGE, MAX_PAGE);
        Wire.reply(ctx, 200, Pages.texts("profiles", asked, stores.named(ctx).profiles(asked.page())));
    }

    private void create(Context ctx) {
        Memory memory = stores.named(ctx);
        String id = memory.createProfile(Traits.read(Wire.body(ctx, false)));
        Wire.reply(
                ctx, 202, Wire.object().put("id", id).put("message", "Profile resolved and accepted for processing."));
    }

    private void read(Context ctx) {
        Memory memory = stores.named(ctx);
        Profile profile = memory.profile(Customers.read(ctx, memory));
        Set<String> groups = Asked.traitGroups(ctx.queryParam(GROUPS));
        Map<String, Map<String, TraitValue>> shown = profile.traits().entrySet().stream()
                .filter(group -> groups.isEmpty() || groups.contains(group.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        ObjectNode json = Wire.object().put("id", profile.id()).put("createdAt", Wire.moment(profile.createdAt()));
        json.set("traits", Traits.json(shown));
        Wire.reply(ctx, 200, json);
    }

    private void update(Context ctx) {
        Memory memory = stores.named(ctx);
        Fields body = Wire.body(ctx, false);
        memory.updateTraits(Customers.named(ctx, memory), Traits.changes(body));
        Wire.accepted(ctx, "Trait modifications accepted for processing.");
    }

    private void delete(Context ctx) {
        Memory memory = stores.named(ctx);
        memory.deleteProfile(Customers.named(ctx, memory));
        Wire.accepted(ctx, "Profile accepted for deletion.");
    }

    private void traits(Context ctx) {
        Listing asked = Listing.of(ctx, MAX_PAGE, MAX_TRAITS, GROUPS);
        Set<String> groups = Asked.traitGroups(asked.filter(GROUPS));
        Memory memory = stores.named(ctx);
        Page<Trait> page = memory.traits(Customers.read(ctx, memory), groups, asked.page());
        Wire.reply(ctx, 200, Pages.objects("traits", asked, page, ProfileRoutes::json));
    }

    private static ObjectNode json(Trait trait) {
        ObjectNode json = Wire.object().put("name", trait.name());
        json.set("value", Traits.json(trait.value()));
        return json.put("traitGroup", trait.group()).put("timestamp", Wire.moment(trait.changedAt()));
    }
}
