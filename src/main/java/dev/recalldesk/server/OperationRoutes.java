package dev.recalldesk.server;

import dev.recalldesk.memory.local.Operation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/** {@code /v1/ControlPlane/Operations}. */
final class OperationRoutes {
    private static final Pattern ID = Pattern.compile("mem_operation_[0-7][0-9a-z]{25}");
    private final Operations operations;

    OperationRoutes(Operations operations) {
        this.operations = operations;
    }

    void mount(RoutesConfig routes) {
        routes.get("/v1/ControlPlane/Operations/{operation}", this::read);
    }

    private void read(Context ctx) {
        String id = ctx.pathParam("operation");
        if (!ID.matcher(id).matches()) {
            throw new Problem(400, Problem.OPERATION_ID, "This is no operation id.");
        }
        Operation operation = operations
                .find(id)
                .orElseThrow(() -> new Problem(
                        404, Problem.OPERATION_MISSING, "There is no such operation; they are kept for 7 days."));
        Operations.headers(ctx, id);
        Wire.reply(ctx, 200, Operations.json(ctx, operation));
    }
}
