package dev.recalldesk.server;

import com.github.f4b6a3.ulid.UlidCreator;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of the writes of the control plane. They are done before they are answered, so every operation is completed
 * from the start. Thread-safe.
 */
final class Operations {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST = 100_000;
    private static final String PREFIX = "mem_operation_";

    /**
     * A write that was done.
     *
     * @param resourceId what it was done to
     * @param resourcePath where to read that; {@code null} when it is gone
     */
    record Operation(
            String id,
            Instant doneAt,
            String resourceId,
            @Nullable String resourcePath) {}

    /** By id, which is by time, so that the first is the oldest. */
    private final ConcurrentSkipListMap<String, Operation> done = new ConcurrentSkipListMap<>();

    private final InstantSource clock;

    Operations(InstantSource clock) {
        this.clock = clock;
    }

    /** Records a write as done and answers with where to read about it. */
    void answer(Context ctx, String message, String resourceId, @Nullable String resourcePath) {
        Instant now = clock.instant();
        forget(now);
        String id = PREFIX + UlidCreator.getMonotonicUlid().toLowerCase();
        done.put(id, new Operation(id, now, resourceId, resourcePath));
        String address = address(ctx, id);
        headers(ctx, id);
        ctx.header("Location", address);
        Wire.reply(ctx, 202, Wire.object().put("message", message).put("statusUrl", address));
    }

    Optional<Operation> find(String id) {
        forget(clock.instant());
        return Optional.ofNullable(done.get(id));
    }

    /** The operation as the wire has it. */
    static ObjectNode json(Context ctx, Operation operation) {
        ObjectNode json = Wire.object()
                .put("operationId", operation.id())
                .put("status", "COMPLETED")
                .put("createdAt", Wire.moment(operation.doneAt()))
                .put("completedAt", Wire.moment(operation.doneAt()))
                .put("statusUrl", address(ctx, operation.id()));
        json.putObject("result").put("type", "RESOURCE_ID").put("id", operation.resourceId());
        if (operation.resourcePath() != null) {
            json.put("resultUrl", base(ctx) + operation.resourcePath());
        }
        return json;
    }

    static void headers(Context ctx, String id) {
        ctx.header("Operation-Id", id);
        ctx.header("Retry-After", "1");
    }

    static boolean legal(String id) {
        return id.matches(PREFIX + "[0-7][0-9a-z]{25}");
    }

    private void forget(Instant now) {
        Map.Entry<String, Operation> oldest = done.firstEntry();
        while (oldest != null
                && (done.size() > MOST || oldest.getValue().doneAt().plus(KEPT).isBefore(now))) {
            done.remove(oldest.getKey());
            oldest = done.firstEntry();
        }
    }

    private static String address(Context ctx, String id) {
        return base(ctx) + "/v1/ControlPlane/Operations/" + id;
    }

    /** As the caller knows this server, so that the address works for the caller. */
    private static String base(Context ctx) {
        String host = ctx.host();
        return ctx.scheme() + "://" + (host == null ? "127.0.0.1:" + ctx.req().getLocalPort() : host);
    }
}
