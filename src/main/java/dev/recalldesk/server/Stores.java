package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import io.javalin.http.Context;

/** Finds the store a request names. Thread-safe. */
final class Stores {
    private final MemoryAccount account;

    Stores(MemoryAccount account) {
        this.account = account;
    }

    Memory named(Context ctx) {
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
