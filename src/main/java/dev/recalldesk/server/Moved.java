package dev.recalldesk.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** A request for a customer who became another one: it ends with where to ask instead. */
final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** The place of a customer's id in an address: {@code /v1/Stores/{store}/Profiles/{profile}/…}. */
    private static final int PROFILE = 5;

    private final String canonicalId;

    Moved(String canonicalId) {
        super("merged", null, false, false);
        this.canonicalId = canonicalId;
    }

    /** Leads to the same thing of the other customer, by a way on which the method and the body stay what they were. */
    void reply(Context ctx) {
        String[] parts = ctx.req().getRequestURI().split("/", -1);
        parts[PROFILE] = canonicalId;
        String uri = Operations.base(ctx) + String.join("/", parts);
        String query = ctx.queryString();
        ctx.header("Location", query == null ? uri : uri + "?" + query);
        ctx.header(Customers.CANONICAL, canonicalId);
        boolean read = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
        Wire.reply(
                ctx,
                read ? 301 : 308,
                Wire.object().put("message", "This resource has moved.").put("uri", uri));
    }
}
