package dev.recalldesk.server;

import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what large bodies take of the memory, however many arrive at once: who finds no room is asked to come again. Small
 * ones always find room. Thread-safe.
 */
final class BodyRoom {
    /** Up to here a body is small: with every connection sending one it is still little. */
    static final int SMALL = 16 * 1024;

    private static final String TAKEN = "dev.recalldesk.bodyRoom";
    private final Semaphore room;

    BodyRoom(int bytes) {
        this.room = new Semaphore(bytes);
    }

    /** Takes room for a large body, until {@link #leave} is called for the same request; false when there is none. */
    boolean enter(Context ctx, int bytes) {
        boolean entered = room.tryAcquire(bytes);
        if (entered) {
            ctx.attribute(TAKEN, taken(ctx) + bytes);
        }
        return entered;
    }

    /** What whoever finds no room is told. */
    static Problem full(Context ctx) {
        ctx.header("Retry-After", "1");
        return new Problem(429, 20429, "Too many large bodies arrive at once. Send this one again in a second.");
    }

    void leave(Context ctx) {
        room.release(taken(ctx));
        ctx.attribute(TAKEN, 0);
    }

    private static int taken(Context ctx) {
        @Nullable Integer taken = ctx.attribute(TAKEN);
        return taken == null ? 0 : taken;
    }
}
