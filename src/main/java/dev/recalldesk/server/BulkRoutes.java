package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code …/Profiles/Bulk}: many customers at once. */
final class BulkRoutes {
    private final Stores stores;
    private final Dialect dialect;

    BulkRoutes(Stores stores, Dialect dialect) {
        this.stores = stores;
        this.dialect = dialect;
    }

    void mount(RoutesConfig routes) {
        routes.put(dialect.store() + "/Profiles/Bulk", this::update);
    }

    private void update(Context ctx) {
        Memory memory = stores.named(ctx);
        List<Fields> given = Wire.body(ctx, false).only("profiles").objects("profiles");
        memory.createProfiles(given.stream().map(Traits::read).toList());
        Wire.accepted(ctx, "Profile batch accepted for processing.");
    }
}
