package dev.recalldesk.server;

import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitGroup;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /v1/Services}: stores as the older dialect has them. There a store can be used as soon as it is answered, and two
 * more trait groups are ready-made.
 */
final class ServiceRoutes {
    private static final String PATH = "/v1/Services";
    private static final int MAX_PAGE = 100;
    private static final List<TraitGroup> READY_MADE = List.of(
            group("Account", "accountNumber", "tier", "region"),
            group("Support", "disposition", "caseId", "lastIssueType"));
    private final MemoryAccount account;
    private final Stores stores;
    private final NewStores newStores;

    ServiceRoutes(MemoryAccount account, Stores stores, NewStores newStores) {
        this.account = account;
        this.stores = stores;
        this.newStores = newStores;
    }

    void mount(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(
                PATH + "/{store}",
                ctx -> Wire.reply(ctx, 200, json(stores.atAnyTime(ctx).store())));
        routes.delete(PATH + "/{store}", this::delete);
    }

    private void list(Context ctx) {
        Listing asked = Listing.of(ctx, MAX_PAGE, MAX_PAGE);
        Page<Store> page = Pages.cut("services", account.stores(), Store::id, asked);
        Wire.reply(ctx, 200, Pages.objects("services", asked, page, ServiceRoutes::json));
    }

    private void create(Context ctx) {
        Fields body = Wire.body(ctx, false);
        String description = body.optionalText("friendlyName");
        Store store = newStores.accept(body.text("uniqueName"), description == null ? "" : description);
        newStores.fill(store, READY_MADE);
        Wire.reply(ctx, 201, json(account.open(store.id()).store()));
    }

    private void delete(Context ctx) {
        account.deleteStore(stores.atAnyTime(ctx).store().id());
        Wire.accepted(ctx, "Memory Store deletion request accepted for processing.");
    }

    private static TraitGroup group(String name, String... traits) {
        TraitDefinition text = new TraitDefinition(DataType.STRING, "", null, null);
        return new TraitGroup(
                name, "", List.of(traits).stream().collect(Collectors.toMap(trait -> trait, trait -> text)), 1);
    }

    private static ObjectNode json(Store store) {
        return Wire.object()
                .put("sid", Asked.olderStore(store.id()))
                .put("id", store.id())
                .put("uniqueName", store.displayName())
                .put("friendlyName", store.description())
                .put("displayName", store.displayName())
                .put("status", store.status().name())
                .put("version", store.version());
    }
}
