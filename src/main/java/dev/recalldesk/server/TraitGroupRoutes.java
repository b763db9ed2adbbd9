package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.local.StoreAdmin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/ControlPlane/Stores/{store}/TraitGroups}. */
final class TraitGroupRoutes {
    private static final String PATH = StoreRoutes.PATH + "/{store}/TraitGroups";
    private static final String TRAITS = "includeTraits";
    private static final int MAX_PAGE = 100;
    private static final int MAX_GROUPS = 50;
    private static final int MAX_TRAITS = 95;
    private final Stores stores;
    private final StoreAdmin admin;
    private final Operations operations;

    TraitGroupRoutes(Stores stores, StoreAdmin admin, Operations operations) {
        this.stores = stores;
        this.admin = admin;
        this.operations = operations;
    }

    void mount(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/{group}", this::read);
        routes.patch(PATH + "/{group}", this::update);
        routes.delete(PATH + "/{group}", this::delete);
    }

    private void list(Context ctx) {
        Listing asked = Listing.of(ctx, MAX_PAGE, MAX_GROUPS, TRAITS);
        boolean traits = asked.flag(TRAITS, false);
        Page<TraitGroup> page = Pages.cut("traitGroups", stores.named(ctx).traitGroups(), TraitGroup::name, asked);
        Wire.reply(
                ctx,
                200,
                Pages.objects(
                        "traitGroups",
                        asked,
                        page,
                        group -> json(group, traits ? group.traits().entrySet() : null)));
    }

    private void create(Context ctx) {
        Memory memory = stores.named(ctx);
        Fields body = Wire.body(ctx, false).only("displayName", "description", "traits");
        String description = body.optionalText("description", 0, 1024);
        TraitGroup group = new TraitGroup(
                body.text("displayName", 1, 64), description == null ? "" : description, Definitions.read(body), 1);
        limit(group.traits().size());
        try {
            memory.createTraitGroup(group);
        } catch (MemoryFailure.Conflict e) {
            boolean taken =
                    memory.traitGroups().stream().anyMatch(each -> each.name().equals(group.name()));
            throw new Problem(409, taken ? Problem.GROUP_EXISTS : Problem.GROUP_LIMIT, String.valueOf(e.getMessage()));
        }
        accepted(ctx, "TraitGroup creation request accepted.", group.name(), true);
    }

    private void read(Context ctx) {
        TraitGroup group = find(stores.named(ctx), ctx.pathParam("group"));
        Listing asked = Listing.of(ctx, MAX_PAGE, MAX_PAGE, TRAITS);
        Page<Map.Entry<String, TraitDefinition>> page =
                Pages.cut("traits", group.traits().entrySet(), Map.Entry::getKey, asked);
        boolean traits = asked.flag(TRAITS, true);
        Asked.etag(ctx, group.version());
        ObjectNode answer = Wire.object();
        answer.set("traitGroup", json(group, traits ? page.items() : null));
        Wire.reply(ctx, 200, asked.meta(answer, "traits", traits ? page : new Page<>(List.of(), null)));
    }

    private void update(Context ctx) {
        Memory memory = stores.named(ctx);
        TraitGroup group = find(memory, ctx.pathParam("group"));
        Fields body = Wire.body(ctx, true).only("description", "traits");
        Map<String, @Nullable TraitDefinition> changes = Definitions.changes(body);
        limit(group, changes);
        try {
            boolean changed = admin.updateTraitGroup(
                    Asked.store(ctx),
                    group.name(),
                    Asked.ifMatch(ctx),
                    body.optionalText("description", 0, 1024),
                    changes);
            if (!changed) {
                throw Problem.versionConflict();
            }
        } catch (MemoryFailure.Conflict e) {
            throw new Problem(409, Problem.PROTECTED, String.valueOf(e.getMessage()));
        }
        accepted(ctx, "TraitGroup update request accepted.", group.name(), true);
    }

    private static void limit(TraitGroup group, Map<String, @Nullable TraitDefinition> changes) {
        Set<String> names = new HashSet<>(group.traits().keySet());
        changes.forEach((name, definition) -> {
            if (definition != null) {
                names.add(name);
            } else {
                names.remove(name);
            }
        });
        limit(names.size());
    }

    private static void limit(int traits) {
        if (traits > MAX_TRAITS) {
            throw new Problem(409, Problem.TRAIT_LIMIT, "A trait group has at most " + MAX_TRAITS + " traits.");
        }
    }

    private void delete(Context ctx) {
        Memory memory = stores.named(ctx);
        TraitGroup group = find(memory, ctx.pathParam("group"));
        try {
            memory.deleteTraitGroup(group.name());
        } catch (MemoryFailure.Conflict e) {
            throw new Problem(409, Problem.PROTECTED, String.valueOf(e.getMessage()));
        }
        accepted(ctx, "TraitGroup deletion request accepted.", group.name(), false);
    }

    private void accepted(Context ctx, String message, String group, boolean there) {
        String path = StoreRoutes.PATH + "/" + Asked.store(ctx) + "/TraitGroups/" + group;
        operations.answer(ctx, message, group, there ? path : null);
    }

    private static TraitGroup find(Memory memory, String name) {
        return memory.traitGroups().stream()
                .filter(group -> group.name().equals(name))
                .findAny()
                .orElseThrow(() -> new Problem(404, Problem.GROUP_MISSING, "There is no such trait group."));
    }

    private static ObjectNode json(TraitGroup group, @Nullable Collection<Map.Entry<String, TraitDefinition>> traits) {
        ObjectNode json = Wire.object().put("displayName", group.name());
        if (!group.description().isEmpty()) {
            json.put("description", group.description());
        }
        if (traits != null) {
            json.set("traits", Definitions.json(traits));
        }
        return json.put("version", group.version());
    }
}
