package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.local.ProfileImport;
import dev.recalldesk.memory.local.ProfileImport.Column;
import dev.recalldesk.memory.local.ProfileImports;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code …/Profiles/Imports}: customers from CSV files. The file itself comes by {@link UploadRoutes}. */
final class ImportRoutes {
    private static final int MAX_ASKED = 1000;
    private static final int MAX_PAGE = 100;
    private static final int MAX_FILENAME = 255;
    private static final int MAX_NAME = 64;
    private static final int MAX_FILE = 100 * 1024 * 1024;
    private final Stores stores;
    private final ProfileImports imports;
    private final Dialect dialect;

    ImportRoutes(Stores stores, ProfileImports imports, Dialect dialect) {
        this.stores = stores;
        this.imports = imports;
        this.dialect = dialect;
    }

    /** Before the routes of one customer, whose id would otherwise be {@code Imports}. */
    void mount(RoutesConfig routes) {
        String path = dialect.store() + "/Profiles/Imports";
        routes.get(path, this::list);
        routes.post(path, this::create);
        routes.get(path + "/{import}", this::read);
    }

    private String store(Context ctx) {
        Memory _ = stores.named(ctx);
        return Asked.store(ctx);
    }

    private void list(Context ctx) {
        Listing asked = Listing.of(ctx, MAX_ASKED, MAX_PAGE);
        Wire.reply(ctx, 200, Pages.texts("imports", asked, imports.page(store(ctx), asked.page())));
    }

    private void create(Context ctx) {
        String store = store(ctx);
        Fields body = Wire.body(ctx, false).only("filename", "fileSize", "columnMappings");
        UploadKey key = UploadKey.fresh();
        String id = imports.create(
                store,
                body.text("filename", 1, MAX_FILENAME),
                body.integer("fileSize", 1, MAX_FILE),
                columns(body.objects("columnMappings", 2, 100)),
                key.trace());
        Wire.reply(
                ctx,
                201,
                Wire.object().put("importId", id).put("url", Operations.base(ctx) + UploadRoutes.address(id, key)));
    }

    private static List<Column> columns(List<Fields> items) {
        Set<List<String>> traits = new HashSet<>();
        return items.stream()
                .map(item -> {
                    Column column = new Column(
                            item.only("columnName", "traitGroup", "traitName").text("columnName", 1, MAX_NAME),
                            item.text("traitGroup", 1, MAX_NAME),
                            item.text("traitName", 1, MAX_NAME));
                    if (!traits.add(List.of(column.traitGroup(), column.traitName()))) {
                        throw Problem.invalid(item.path(), "Two columns cannot become one trait.");
                    }
                    return column;
                })
                .toList();
    }

    private void read(Context ctx) {
        String store = store(ctx);
        ProfileImport found = imports.find(Asked.profileImport(ctx))
                .filter(each -> each.storeId().equals(store))
                .orElseThrow(() -> Problem.notFound("There is no such import."));
        Wire.reply(ctx, 200, json(found));
    }

    private static ObjectNode json(ProfileImport found) {
        ObjectNode json = Wire.object()
                .put("status", found.status().name())
                .put("filename", found.filename())
                .put("createdAt", Wire.moment(found.createdAt()))
                .put("updatedAt", Wire.moment(found.updatedAt()))
                .put("fileSize", found.fileSize());
        ArrayNode columns = json.putArray("columnMappings");
        found.columns()
                .forEach(column -> columns.addObject()
                        .put("columnName", column.name())
                        .put("traitGroup", column.traitGroup())
                        .put("traitName", column.traitName()));
        json.putObject("summary")
                .put("errors", found.progress().errors())
                .put("warnings", found.progress().warnings());
        return json;
    }
}
