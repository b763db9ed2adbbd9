package dev.recalldesk.server;

import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.StoreAdmin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/ControlPlane/Stores}. */
final class StoreRoutes {
    static final String PATH = "/v1/ControlPlane/Stores";
    private static final int MAX_PAGE = 100;
    private final MemoryAccount account;
    private final Stores stores;
    private final StoreAdmin admin;
    private final NewStores newStores;
    private final Operations operations;

    StoreRoutes(MemoryAccount account, Stores stores, StoreAdmin admin, NewStores newStores, Operations operations) {
        this.account = account;
        this.stores = stores;
        this.admin = admin;
        this.newStores = newStores;
        this.operations = operations;
    }

    void mount(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/{store}", this::read);
        routes.patch(PATH + "/{store}", this::update);
        routes.delete(PATH + "/{store}", this::delete);
    }

    private void list(Context ctx) {
        Listing asked = Listing.of(ctx, MAX_PAGE, MAX_PAGE);
        Page<Store> page = Pages.cut("stores", account.stores(), Store::id, asked);
        Wire.reply(ctx, 200, Pages.texts("stores", asked, page.map(Store::id)));
    }

    private void create(Context ctx) {
        Fields body = Wire.body(ctx, false);
        String description = body.optionalText("description", 1, 128);
        Store store = newStores.accept(body.text("displayName"), description == null ? "" : description);
        operations.answer(
                ctx,
                "Memory Store creation accepted for processing.",
                store.id(),
                PATH + "/" + store.id(),
                () -> newStores.fill(store, List.of()));
    }

    private void read(Context ctx) {
        Store store = stores.atAnyTime(ctx).store();
        Asked.etag(ctx, store.version());
        Wire.reply(ctx, 200, json(store));
    }

    private void update(Context ctx) {
        Store store = stores.named(ctx).store();
        Fields body = Wire.body(ctx, true);
        change(
                store.id(),
                Asked.ifMatch(ctx),
                body.optionalText("displayName"),
                body.optionalText("description", 1, 128));
        operations.answer(
                ctx, "Memory Store update request accepted for processing.", store.id(), PATH + "/" + store.id());
    }

    private void change(String id, @Nullable Integer version, @Nullable String name, @Nullable String description) {
        try {
            if (!admin.updateStore(id, version, name, description)) {
                throw Problem.versionConflict();
            }
        } catch (MemoryFailure.Conflict e) {
            throw new Problem(409, Problem.STORE_NAME_TAKEN, String.valueOf(e.getMessage()));
        }
    }

    private void delete(Context ctx) {
        String id = stores.atAnyTime(ctx).store().id();
        account.deleteStore(id);
        operations.answer(ctx, "Memory Store deletion request accepted for processing.", id, null);
    }

    private static ObjectNode json(Store store) {
        ObjectNode json = Wire.object().put("id", store.id()).put("displayName", store.displayName());
        if (!store.description().isEmpty()) {
            json.put("description", store.description());
        }
        return json.put("status", store.status().name())
                .putNull("intelligenceServiceId")
                .put("version", store.version());
    }
}
