package dev.recalldesk.memory.local;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.Handle;

/** Transactions on one store. Each fails when the store is gone. Thread-safe. */
final class OneStore {
    private final String id;
    private final Database database;
    private final InstantSource clock;

    OneStore(String id, Database database, InstantSource clock) {
        this.id = id;
        this.database = database;
        this.clock = clock;
    }

    /** Work that is given the moment at which it is written, in milliseconds. */
    interface Write<T> {
        T with(Handle handle, long now);
    }

    String id() {
        return id;
    }

    <T> T read(Function<Handle, T> work) {
        return database.read(handle -> {
            boolean _ = StoreRows.get(handle, id).id().equals(id);
            return work.apply(handle);
        });
    }

    <T> T write(Write<T> work) {
        return database.write(handle -> work.with(handle, StoreRows.tick(handle, id, clock.millis())));
    }

    /** @param work is given the moment at which it is written, in milliseconds */
    void change(ObjLongConsumer<Handle> work) {
        boolean _ = write((handle, now) -> {
            work.accept(handle, now);
            return true;
        });
    }

    /** The customer with this id, or the one it became. */
    ProfileRows.Owner owner(Handle handle, String profileId) {
        return ProfileRows.require(handle, id, profileId);
    }
}
