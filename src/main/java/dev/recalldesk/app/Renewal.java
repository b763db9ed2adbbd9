package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.desk.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What takes the place of the pages of a connection that leads elsewhere by now, or in another way.
 *
 * @param chosen the store the connection begins with now; {@code null} when it is not wanted for itself
 * @param successors by the page whose place they take
 */
record Renewal(@Nullable OpenStore chosen, Map<StorePage, OpenStore> successors) {
    /**
     * Opens the same stores anew, or where they belong to another account the chosen one for all. Blocks.
     *
     * @param toFront whether the chosen one is wanted even if it takes nobody's place
     */
    static Renewal of(OpenStores stores, Settings settings, StoreChoice choice, boolean toFront, List<StorePage> stale)
            throws Exception {
        stores.release(choice.connection());
        Map<StorePage, OpenStore> successors = new LinkedHashMap<>();
        for (StorePage page : stale) {
            successors.put(page, stores.open(inItsPlace(page.store(), choice), settings));
        }
        OpenStore chosen = toFront ? stores.open(choice, settings) : null;
        return new Renewal(chosen, successors);
    }

    /** Whether this page and the one that takes its place show the same customers. */
    boolean sameCustomers(StorePage former) {
        return former.store().storeId().equals(successor(former).storeId());
    }

    OpenStore successor(StorePage former) {
        return Objects.requireNonNull(successors.get(former));
    }

    private static StoreChoice inItsPlace(OpenStore former, StoreChoice choice) {
        Connection connection = choice.connection();
        return former.connection().sameAccount(connection)
                ? new StoreChoice(connection, former.storeId(), former.storeName())
                : choice;
    }
}
