package dev.recalldesk.settings;

import dev.recalldesk.connection.Connection;

/** What can be done about connections, wherever they are listed. UI thread. */
public interface ConnectionVerbs {
    /** Leads to where an account is connected. */
    void connect();

    /** Leads to where this connection is changed. */
    void change(Connection connection);

    /** Forgets the connection with its secret. Its memory and what waits for it stay. */
    void remove(Connection connection);

    /** Leads to where a store is made. */
    void newStore();

    /** How many notes on this computer are not in the memory of this connection yet, as far as is known. */
    int waiting(Connection connection);
}
