package dev.recalldesk.server;

import dev.recalldesk.memory.MemoryFailure;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Errors as the wire has them: {@code code}, {@code message}, {@code more_info}, {@code status}. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String CONTROL_PLANE = "/v1/ControlPlane/";
    private static final int MAX_MESSAGE = 1024;

    private Errors() {}

    static void mount(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, ctx) -> reply(ctx, problem));
        routes.exception(Moved.class, (moved, ctx) -> moved.reply(ctx));
        routes.exception(MemoryFailure.class, (failure, ctx) -> reply(ctx, problem(failure)));
        routes.exception(
                HttpResponseException.class,
                (failure, ctx) -> reply(
                        ctx,
                        failure.getStatus() == 404
                                ? Problem.notFound("There is nothing at this address.")
                                : new Problem(
                                        failure.getStatus(), code(failure.getStatus()), "This cannot be answered.")));
        routes.exception(Exception.class, (failure, ctx) -> {
            // The exception's own message may quote what was sent, so only its kind and place are kept.
            LOG.error("A request failed: {} at {}", failure.getClass().getName(), place(failure));
            reply(ctx, new Problem(500, 20500, "Something went wrong in the memory."));
        });
    }

    /** A failure of the memory as the wire tells it. */
    static Problem problem(MemoryFailure failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case MemoryFailure.NotFound _ -> Problem.notFound(message);
            case MemoryFailure.Invalid invalid -> Problem.invalid(invalid.field(), message);
            case MemoryFailure.Conflict _ -> new Problem(409, 20409, message);
            case MemoryFailure.Unreachable _ -> {
                // Its sentences never quote what is remembered. Who runs the server must hear of it, not only who
                // asked.
                LOG.warn("A request was turned away: {}", message);
                yield new Problem(503, 20503, message);
            }
            case MemoryFailure.TimedOut _,
                    MemoryFailure.Throttled _,
                    MemoryFailure.ServerFault _,
                    MemoryFailure.NotTheService _,
                    MemoryFailure.CredentialsRefused _,
                    MemoryFailure.Forbidden _ -> new Problem(503, 20503, "The memory cannot be used at the moment.");
        };
    }

    private static void reply(Context ctx, Problem problem) {
        // The control plane has a code of its own for a body that breaks the schema.
        int code = problem.code() == 400 && ctx.path().startsWith(CONTROL_PLANE) ? Problem.SCHEMA : problem.code();
        Wire.reply(ctx, problem.status(), json(problem.status(), code, String.valueOf(problem.getMessage())));
    }

    /** What the API calls a status that has no finer code. */
    static int code(int status) {
        return switch (status) {
            case 401 -> 20003;
            case 404, 409, 412, 429, 500, 503 -> 20_000 + status;
            default -> status;
        };
    }

    static ObjectNode json(int status, int code, String message) {
        return Wire.object()
                .put("code", code)
                .put("message", message.substring(0, Math.min(MAX_MESSAGE, message.length())))
                .put("more_info", page(code))
                .put("status", status);
    }

    /** Where the meaning of a code can be read. */
    static String page(int code) {
        return "https://www.twilio.com/docs/api/errors/" + code;
    }

    /** What is left when not even an exception can be handled: memory used up, a library missing. */
    static void fatal(HttpServletResponse response, Error error) {
        LOG.error("A request failed: {}", error.getClass().getName());
        response.setStatus(500);
    }

    private static String place(Exception failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
