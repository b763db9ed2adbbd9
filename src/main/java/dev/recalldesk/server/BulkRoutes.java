package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitValue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** {@code …/Profiles/Bulk}: many customers at once. */
final class BulkRoutes {
    private static final int MOST = 1000;
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
        if (given.isEmpty() || given.size() > MOST) {
            throw Problem.invalid("profiles", "1 to " + MOST + " can be given at once.");
        }
        List<Map<String, Map<String, TraitValue>>> all =
                given.stream().map(Traits::read).toList();
        for (int i = 0; i < all.size(); i++) {
            try {
                memory.createProfile(all.get(i));
            } catch (MemoryFailure.Invalid e) {
                // Sending the same again changes nothing, so what is stored already need not be taken back.
                throw Problem.invalid(
                        "profiles[" + i + "]." + e.field(), e.getMessage() + " Those before it are stored.");
            }
        }
        Wire.accepted(ctx, "Profile batch accepted for processing.");
    }
}
