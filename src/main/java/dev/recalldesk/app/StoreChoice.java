package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;

/**
 * A store that can be brought to the front.
 *
 * @param storeId empty for the newest of the connection
 * @param name of the store, or of the connection while the store's is not known
 */
record StoreChoice(Connection connection, String storeId, String name) {
    /** The store this connection opens with. */
    static StoreChoice first(Connection connection) {
        String store = connection.storeName();
        return new StoreChoice(connection, connection.storeId(), store.isEmpty() ? StoreList.name(connection) : store);
    }
}
