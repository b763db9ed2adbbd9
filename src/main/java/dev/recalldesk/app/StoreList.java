package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Connections;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that can be brought to the front: the connections, and of each the stores it was heard to have. Confined to the
 * UI thread.
 */
final class StoreList {
    private static final Logger LOG = LoggerFactory.getLogger(StoreList.class);
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final Wiring wiring;
    private final Supplier<Settings> settings;
    private final Work.Latest<List<Group>> listing;
    /** By connection; of workers. */
    private final Map<String, List<StoreChoice>> lastHeard = new ConcurrentHashMap<>();

    /**
     * A connection and what it offers.
     *
     * @param stores at least one
     */
    record Group(Connection connection, List<Line> stores) {
        /** The connection as people call it. */
        String title() {
            return name(connection);
        }
    }

    /**
     * A store that can be brought to the front.
     *
     * @param waiting how many of its notes are not in its memory yet
     */
    record Line(StoreChoice choice, int waiting) {}

    StoreList(Wiring wiring, Work work, Supplier<Settings> settings) {
        this.wiring = wiring;
        this.settings = settings;
        this.listing = work.latest();
    }

    /** As of the last {@link #refresh}; the memory on this computer comes first. */
    ReadOnlyObjectProperty<List<Group>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /** Asks anew, in the background. What is known stays until it is there, and of an account that does not answer. */
    void refresh() {
        Settings now = settings.get();
        if (groups.get().isEmpty()) {
            groups.set(now.connections().all().stream()
                    .map(connection -> new Group(connection, List.of(new Line(StoreChoice.first(connection), 0))))
                    .toList());
        }
        listing.submit(
                () -> list(now.connections()),
                groups::set,
                problem -> LOG.warn("The stores could not be listed", problem));
    }

    /** A connection as people call it. */
    static String name(Connection connection) {
        return connection.local() ? Text.get("stores.local") : connection.name();
    }

    private List<Group> list(Connections connections) {
        Map<String, Integer> waiting = Outbox.waiting(wiring.deskStore());
        List<Group> listed = new ArrayList<>();
        for (Connection connection : connections.all()) {
            Optional<MemoryAccount> account = wiring.stores().account(connection);
            List<Line> lines = account
                    .map(open -> heard(connection, open))
                    .orElseGet(() -> List.of(StoreChoice.first(connection)))
                    .stream()
                    .map(choice -> new Line(choice, waiting.getOrDefault(choice.storeId(), 0)))
                    .toList();
            listed.add(new Group(connection, lines));
        }
        return listed;
    }

    private List<StoreChoice> heard(Connection connection, MemoryAccount account) {
        try {
            List<StoreChoice> stores = stores(connection, account);
            lastHeard.put(connection.id(), stores);
            return stores;
        } catch (MemoryFailure e) {
            LOG.warn("The stores of a connection could not be listed", e);
            return lastHeard.getOrDefault(connection.id(), List.of(StoreChoice.first(connection)));
        }
    }

    private static List<StoreChoice> stores(Connection connection, MemoryAccount account) {
        List<StoreChoice> stores = account.stores().stream()
                .filter(store -> store.status() == Store.Status.ACTIVE)
                .map(store -> new StoreChoice(connection, store.id(), store.displayName()))
                .toList();
        return stores.isEmpty() ? List.of(StoreChoice.first(connection)) : stores;
    }
}
