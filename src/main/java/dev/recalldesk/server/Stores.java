package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import io.javalin.http.Context;

/** Finds the store a request names. Thread-safe. */
final class Stores {
    private final MemoryAccount account;

    Stores(MemoryAccount account) {
        this.account = account;
    }

    /** The store, which must be ready for use. */
    Memory named(Context ctx) {
        Memory memory = atAnyTime(ctx);
        Store.Status status = memory.store().status();
        if (status != Store.Status.ACTIVE) {
            throw new Problem(409, Problem.STORE_NOT_ACTIVE, "The store is " + status + ", so it cannot be used.");
        }
        return memory;
    }

    /** The store, wherever in its life it is. */
    Memory atAnyTime(Context ctx) {
        try {
            return account.open(Asked.store(ctx));
        } catch (MemoryFailure.NotFound e) {
            throw missing();
        }
    }

    static Problem missing() {
        return new Problem(404, Problem.STORE_MISSING, "There is no such store.");
    }
}
