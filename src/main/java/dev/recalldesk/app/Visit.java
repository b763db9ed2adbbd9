package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Connections;
import dev.recalldesk.connection.Keychain;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.desk.Settings;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A connection the desk is opened with once, by whoever starts it. It is like any other as long as the desk is open, and
 * neither it nor its secret is kept, unless the agent changes it and saves it as their own.
 */
public record Visit(Connection connection, Secret secret) {
    /** What was saved, with this connection as the one to open. */
    Settings over(Settings saved) {
        return saved.withConnections(saved.connections()
                .with(connection)
                .openingWith(connection.id())
                .decided());
    }

    /**
     * What is to be saved of the settings as they are now.
     *
     * @param saved as they were before the visit
     */
    Settings without(Settings now, Settings saved) {
        Connections all = now.connections();
        boolean kept = all.find(connection.id()).filter(connection::equals).isEmpty();
        Connections left = kept ? all : all.without(connection.id());
        boolean own = left.all().size() > 1;
        String first = all.first().equals(connection.id()) ? saved.connections().first() : all.first();
        return now.withConnections(
                new Connections(left.all(), first, own || saved.connections().chosen()));
    }

    /** The world in which the secret of this connection is known, although no keychain has it. */
    Outside in(Outside outside) {
        return new Outside(new Known(this, outside.keychain()));
    }

    /** The keychain of this computer and the one secret besides. */
    private static final class Known implements Keychain {
        private final String name;
        private final Keychain keychain;
        private final AtomicReference<Optional<Secret>> secret;

        Known(Visit visit, Keychain keychain) {
            this.name = visit.connection().id();
            this.keychain = keychain;
            this.secret = new AtomicReference<>(Optional.of(visit.secret()));
        }

        @Override
        public boolean available() {
            return keychain.available();
        }

        @Override
        public Optional<Secret> get(String wanted) {
            Optional<Secret> here = wanted.equals(name) ? secret.get() : Optional.empty();
            return here.isPresent() ? here : keychain.get(wanted);
        }

        @Override
        public void put(String given, Secret other) {
            keychain.put(given, other);
            forget(given);
        }

        @Override
        public void remove(String gone) {
            keychain.remove(gone);
            forget(gone);
        }

        private void forget(String given) {
            if (given.equals(name)) {
                secret.set(Optional.empty());
            }
        }
    }
}
