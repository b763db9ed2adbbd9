package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import io.javalin.http.Context;

/**
 * Finds the customer a request names, who may have become another one. A body is read before: the answer to one that is still
 * being sent may not arrive.
 */
final class Customers {
    /** Tells the id under which everything about the customer is found. */
    static final String CANONICAL = "Canonical-Profile-Id";

    private Customers() {}

    /** The customer, for a request that is led elsewhere when it names one who became another. */
    static String named(Context ctx, Memory memory) {
        String id = Asked.profile(ctx);
        String canonical = memory.canonicalId(id);
        if (!canonical.equals(id)) {
            throw new Moved(canonical);
        }
        return id;
    }

    /** The same for a request whose answer tells the canonical id. */
    static String read(Context ctx, Memory memory) {
        String id = named(ctx, memory);
        ctx.header(CANONICAL, id);
        return id;
    }

    /** The customer, for a request that is answered under any id; the answer tells the canonical one. */
    static String readThrough(Context ctx, Memory memory) {
        String canonical = memory.canonicalId(Asked.profile(ctx));
        ctx.header(CANONICAL, canonical);
        return canonical;
    }
}
