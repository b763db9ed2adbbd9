package dev.recalldesk.settings;

import dev.recalldesk.connection.Secret;
import dev.recalldesk.connection.Secrets;
import dev.recalldesk.connection.Secrets.Place;
import dev.recalldesk.ui.Work;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The secret of one connection: where it will be kept, and how it gets there. Confined to the UI thread but for {@link #read}. */
final class KeptSecret {
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
    private final String connectionId;
    private final Secrets secrets;
    private final Work.Latest<Boolean> keeping;

    /** Thrown when the secret that was kept is not to be had. */
    static final class Gone extends Exception {
        private static final long serialVersionUID = 1L;
    }

    KeptSecret(String connectionId, Secrets secrets, Work work) {
        this.connectionId = connectionId;
        this.secrets = secrets;
        this.keeping = work.latest();
        work.<Place>latest().submit(secrets::place, place::set, e -> place.set(Place.FILE));
    }

    /** Where it will be kept; {@code null} until the computer has said whether it has a keychain. */
    ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** The file that keeps secrets where there is no keychain. */
    String file() {
        return secrets.file().toString();
    }

    /** What is kept. Blocks; on a worker. */
    Secret read() throws IOException, Gone {
        return secrets.get(connectionId).orElseThrow(Gone::new);
    }

    /**
     * Keeps a secret. Whoever gives up while the keychain is asking leaves none behind, unless one was there before.
     *
     * @param fresh nothing where the one that is kept stays
     */
    void keep(Optional<Secret> fresh, boolean keptBefore, Place where, Runnable done, Consumer<Exception> failed) {
        keeping.submit(
                () -> {
                    if (fresh.isPresent()) {
                        secrets.put(connectionId, fresh.get(), where);
                    }
                    if (Thread.interrupted() && !keptBefore) {
                        secrets.remove(connectionId);
                    }
                    return true;
                },
                kept -> done.run(),
                failed);
    }

    /** Gives up what is under way. */
    void cancel() {
        keeping.cancel();
    }
}
