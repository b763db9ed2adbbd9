package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.local.DataMapping;
import dev.recalldesk.memory.local.DataMapping.Kind;
import dev.recalldesk.memory.local.DataMappings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;

/** {@code /v1/ControlPlane/Stores/{store}/DataMappings}. */
final class DataMappingRoutes {
    private static final String PATH = StoreRoutes.PATH + "/{store}/DataMappings";
    private static final String TYPE = "type";
    private static final int MAX_PAGE = 100;
    private final Stores stores;
    private final DataMappings mappings;
    private final Operations operations;

    DataMappingRoutes(Stores stores, DataMappings mappings, Operations operations) {
        this.stores = stores;
        this.mappings = mappings;
        this.operations = operations;
    }

    void mount(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/{dataMapping}", this::read);
        routes.patch(PATH + "/{dataMapping}", this::update);
        routes.delete(PATH + "/{dataMapping}", this::delete);
    }

    private String store(Context ctx) {
        Memory _ = stores.named(ctx);
        return Asked.store(ctx);
    }

    private void list(Context ctx) {
        Listing asked = Listing.of(ctx, MAX_PAGE, MAX_PAGE, TYPE);
        String type = asked.filter(TYPE);
        Kind kind = type == null ? null : DataMappingBody.kind(TYPE, type);
        Wire.reply(
                ctx,
                200,
                Pages.objects(
                        "dataMappings", asked, mappings.page(store(ctx), kind, asked.page()), DataMappingBody::json));
    }

    private void create(Context ctx) {
        String store = store(ctx);
        DataMapping.Content content = DataMappingBody.read(Wire.body(ctx, false));
        String id = named(() -> mappings.create(store, content));
        operations.answer(ctx, "Data mapping creation request accepted for processing.", id, path(store, id));
    }

    private void read(Context ctx) {
        String store = store(ctx);
        String id = Asked.dataMapping(ctx);
        DataMapping mapping = there(() -> mappings.get(store, id));
        Asked.etag(ctx, mapping.version());
        Wire.reply(ctx, 200, DataMappingBody.json(mapping));
    }

    private void update(Context ctx) {
        String store = store(ctx);
        String id = Asked.dataMapping(ctx);
        Fields body = Wire.body(ctx, true);
        Integer version = Asked.ifMatch(ctx);
        if (!there(() ->
                named(() -> mappings.update(store, id, version, present -> DataMappingBody.change(present, body))))) {
            throw Problem.versionConflict();
        }
        operations.answer(ctx, "Data mapping update request accepted for processing.", id, path(store, id));
    }

    private void delete(Context ctx) {
        String store = store(ctx);
        String id = Asked.dataMapping(ctx);
        boolean _ = there(() -> {
            mappings.delete(store, id);
            return true;
        });
        operations.answer(ctx, "Data mapping deletion request accepted for processing.", id, null);
    }

    private static String path(String store, String id) {
        return StoreRoutes.PATH + "/" + store + "/DataMappings/" + id;
    }

    private static <T> T there(Supplier<T> work) {
        try {
            return work.get();
        } catch (MemoryFailure.NotFound e) {
            throw new Problem(404, Problem.MAPPING_MISSING, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T named(Supplier<T> work) {
        try {
            return work.get();
        } catch (MemoryFailure.Conflict e) {
            throw new Problem(409, Problem.MAPPING_EXISTS, String.valueOf(e.getMessage()));
        }
    }
}
