package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.Store;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Stores on the wire, as both dialects spell them. Pure functions. */
final class StoreJson {
    private StoreJson() {}

    /** A new store, or what changes in one; a description cannot be taken away, so an empty one is not sent. */
    static ObjectNode write(Dialect dialect, String name, String description) {
        boolean older = dialect == Dialect.OLDER;
        ObjectNode body = JsonNodeFactory.instance.objectNode().put(older ? "uniqueName" : "displayName", name);
        return description.isEmpty() ? body : body.put(older ? "friendlyName" : "description", description);
    }

    static Store read(Fields store) {
        return new Store(
                store.firstText("id", "sid").orElseGet(() -> store.text("id")),
                store.firstText("displayName", "uniqueName").orElse(""),
                store.firstText("description", "friendlyName").orElse(""),
                status(store.optionalText("status").orElse(null)),
                store.integer("version", 1));
    }

    /** The older dialect makes stores at once and may not say so; a word that is not known is one on the way. */
    private static Store.Status status(@Nullable String status) {
        return switch (status == null ? "ACTIVE" : status.toUpperCase(Locale.ROOT)) {
            case "ACTIVE" -> Store.Status.ACTIVE;
            case "QUEUED" -> Store.Status.QUEUED;
            case "FAILED" -> Store.Status.FAILED;
            default -> Store.Status.PROVISIONING;
        };
    }
}
