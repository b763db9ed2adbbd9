package dev.recalldesk.server;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.local.Operation;
import dev.recalldesk.memory.local.Operation.Outcome;
import dev.recalldesk.memory.local.OperationLog;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What became of the writes of the control plane, as the wire tells it. Thread-safe. */
final class Operations {
    private final OperationLog log;
    private final boolean idsAtOnce;

    /** @param idsAtOnce as {@link Listening#idsAtOnce} */
    Operations(OperationLog log, boolean idsAtOnce) {
        this.log = log;
        this.idsAtOnce = idsAtOnce;
    }

    /**
     * Records a write as done and answers with where to read about it.
     *
     * @param resourcePath where to read what it was done to; {@code null} when that is gone
     */
    void answer(Context ctx, String message, String resourceId, @Nullable String resourcePath) {
        accepted(ctx, message, log.done(resourceId, resourcePath), null);
    }

    /** Does the rest of what is accepted already and answers the same, also when the rest fails: the operation tells. */
    void answer(Context ctx, String message, String resourceId, String resourcePath, Runnable rest) {
        String id = log.begin();
        try {
            rest.run();
            log.complete(id, resourceId, resourcePath);
        } catch (MemoryFailure e) {
            Problem problem = Errors.problem(e);
            log.fail(id, problem.code(), "Not done", String.valueOf(problem.getMessage()));
        }
        accepted(ctx, message, id, idsAtOnce ? resourceId : null);
    }

    private static void accepted(Context ctx, String message, String id, @Nullable String made) {
        String address = address(ctx, id);
        headers(ctx, id);
        ctx.header("Location", address);
        ObjectNode json = Wire.object().put("message", message).put("statusUrl", address);
        Wire.reply(ctx, 202, made == null ? json : json.put("id", made));
    }

    Optional<Operation> find(String id) {
        return log.find(id);
    }

    /** The operation as the wire has it. */
    static ObjectNode json(Context ctx, Operation operation) {
        ObjectNode json = Wire.object().put("operationId", operation.id());
        switch (operation.outcome()) {
            case Outcome.Running() -> json.put("status", "RUNNING");
            case Outcome.Completed(Instant at, String resourceId, String resourcePath) -> {
                json.put("status", "COMPLETED").put("completedAt", Wire.moment(at));
                json.putObject("result").put("type", "RESOURCE_ID").put("id", resourceId);
                if (resourcePath != null) {
                    json.put("resultUrl", base(ctx) + resourcePath);
                }
            }
            case Outcome.Failed(Instant at, int code, String title, String detail) -> {
                json.put("status", "FAILED").put("completedAt", Wire.moment(at));
                json.putObject("error")
                        .put("type", Errors.page(code))
                        .put("title", title)
                        .put("code", code)
                        .put("detail", detail);
            }
        }
        return json.put("createdAt", Wire.moment(operation.createdAt())).put("statusUrl", address(ctx, operation.id()));
    }

    static void headers(Context ctx, String id) {
        ctx.header("Operation-Id", id);
        ctx.header("Retry-After", "1");
    }

    private static String address(Context ctx, String id) {
        return base(ctx) + "/v1/ControlPlane/Operations/" + id;
    }

    /** The server as the caller knows it, so that an address that begins with it works for the caller. */
    static String base(Context ctx) {
        String host = ctx.host();
        return ctx.scheme() + "://" + (host == null ? "127.0.0.1:" + ctx.req().getLocalPort() : host);
    }
}
