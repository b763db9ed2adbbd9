package dev.recalldesk.memory.twilio;

import static dev.recalldesk.memory.twilio.Request.Method.DELETE;
import static dev.recalldesk.memory.twilio.Request.Method.PATCH;
import static dev.recalldesk.memory.twilio.Request.Method.POST;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stores of an account, in whichever dialect each of them is found. Thread-safe.
 *
 * <p>In the automatic dialect the current addresses are tried first, and what is not there is looked for at the older ones;
 * where a store was found is remembered.
 */
final class StoresOnTheWire {
    private static final String PAGE = "100";
    private final Dialect chosen;
    private final Line line;
    private final Operations operations;
    private final Map<String, Dialect> found = new ConcurrentHashMap<>();

    StoresOnTheWire(Dialect chosen, Line line, Operations operations) {
        this.chosen = chosen;
        this.line = line;
        this.operations = operations;
    }

    List<Store> all() {
        return tried(this::all);
    }

    private List<Store> all(Dialect dialect) {
        boolean older = dialect == Dialect.OLDER;
        Path first = (older ? StorePaths.SERVICES : StorePaths.STORES).with("pageSize", PAGE);
        List<Callable<Optional<Store>>> listed = PageJson.all(token -> {
            Fields answer =
                    line.ask(Request.read(first.with("pageToken", token))).fields();
            String key =
                    answer.object("meta").flatMap(meta -> meta.firstText("key")).orElse(older ? "services" : "stores");
            return PageJson.read(answer, key, item -> listed(dialect, item));
        });
        return AtOnce.ask(listed).stream().flatMap(Optional::stream).toList();
    }

    /** Lists hold whole stores or ids, each of which has to be asked about; one deleted meanwhile is passed over. */
    private @Nullable Callable<Optional<Store>> listed(Dialect dialect, JsonNode item) {
        if (item instanceof ObjectNode whole) {
            Store store = noted(dialect, StoreJson.read(new Fields(whole)));
            return () -> Optional.of(store);
        }
        return item.isString() ? () -> find(dialect, item.stringValue()) : null;
    }

    Store create(String name, String description) {
        Checks.storeName(name);
        Checks.storeDescription(description);
        return tried(dialect -> {
            Path path = dialect == Dialect.OLDER ? StorePaths.SERVICES : StorePaths.STORES;
            Optional<String> id =
                    operations.done(Request.writeOnce(POST, path, StoreJson.write(dialect, name, description)));
            Store made = operations.seen(() -> settled(dialect, id, name));
            if (made.status() == Store.Status.FAILED) {
                throw new MemoryFailure.ServerFault("The service could not make the store", false);
            }
            return made;
        });
    }

    /** Not every answer names the store, and its name is its own within the account. */
    private Optional<Store> settled(Dialect dialect, Optional<String> id, String name) {
        Optional<Store> store = id.isPresent() ? find(dialect, id.get()) : named(dialect, name);
        return store.filter(one -> one.status() == Store.Status.ACTIVE || one.status() == Store.Status.FAILED);
    }

    private Optional<Store> named(Dialect dialect, String name) {
        return all(dialect).stream()
                .filter(store -> store.displayName().equals(name))
                .findAny();
    }

    Store update(String storeId, String name, String description) {
        Checks.storeName(name);
        Checks.storeDescription(description);
        StorePaths paths = paths(storeId);
        Optional<String> _ = operations.done(
                Request.write(PATCH, paths.controlled(), StoreJson.write(Dialect.CURRENT, name, description)));
        return operations.seen(() -> find(paths.dialect(), storeId)
                .filter(store -> store.displayName().equals(name))
                .filter(store -> description.isEmpty() || store.description().equals(description)));
    }

    void delete(String storeId) {
        Optional<String> _ =
                operations.done(Request.write(DELETE, paths(storeId).store(), null));
        found.remove(storeId);
    }

    /** @throws MemoryFailure.NotFound when it is nowhere */
    Store one(String storeId) {
        Dialect known = found.get(storeId);
        return known == null ? tried(dialect -> read(dialect, storeId)) : read(known, storeId);
    }

    /**
     * Where the store lies, which is asked only when no answer told it yet.
     *
     * @throws MemoryFailure.NotFound when it is nowhere
     */
    StorePaths paths(String storeId) {
        Dialect known = found.get(storeId);
        return new StorePaths(storeId, known == null ? tried(dialect -> lying(dialect, storeId)) : known);
    }

    private Dialect lying(Dialect dialect, String storeId) {
        Store _ = read(dialect, storeId);
        return dialect;
    }

    private Optional<Store> find(Dialect dialect, String storeId) {
        try {
            return Optional.of(read(dialect, storeId));
        } catch (MemoryFailure.NotFound e) {
            return Optional.empty();
        }
    }

    private Store read(Dialect dialect, String storeId) {
        Path path = new StorePaths(storeId, dialect).store();
        return noted(dialect, StoreJson.read(line.ask(Request.read(path)).fields()));
    }

    private Store noted(Dialect dialect, Store store) {
        Dialect _ = found.put(store.id(), dialect);
        return store;
    }

    private <T> T tried(Function<Dialect, T> way) {
        if (chosen != Dialect.AUTOMATIC) {
            return way.apply(chosen);
        }
        try {
            return way.apply(Dialect.CURRENT);
        } catch (MemoryFailure.NotFound e) {
            return way.apply(Dialect.OLDER);
        }
    }
}
