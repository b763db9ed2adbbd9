package dev.recalldesk.settings;

import dev.recalldesk.connection.AccountDoor;
import dev.recalldesk.connection.Check;
import dev.recalldesk.connection.Checkup;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.Store;
import dev.recalldesk.ui.UiThread;
import dev.recalldesk.ui.Work;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The checks of a connection as they run, and what they found. The newest run counts. Confined to the UI thread. */
final class ConnectChecks {
    private final Map<Check, ReadOnlyObjectWrapper<Check.State>> states = new EnumMap<>(Check.class);
    private final ObservableList<Store> stores = FXCollections.observableArrayList();
    private final AccountDoor door;
    private final InstantSource clock;
    private final UiThread ui;
    private final Work.Latest<Boolean> running;
    private @Nullable Store chosen;
    private long round;

    ConnectChecks(AccountDoor door, InstantSource clock, Work work, UiThread ui) {
        this.door = door;
        this.clock = clock;
        this.ui = ui;
        this.running = work.latest();
        for (Check check : Check.values()) {
            states.put(check, new ReadOnlyObjectWrapper<>(new Check.State.Waiting()));
        }
    }

    /** Something to be done in the account before the checks run anew; it names the store they are then about. */
    @FunctionalInterface
    interface Before {
        Connection in(MemoryAccount account, Connection connection);
    }

    ReadOnlyObjectProperty<Check.State> stateProperty(Check check) {
        return state(check).getReadOnlyProperty();
    }

    ObservableList<Store> stores() {
        return FXCollections.unmodifiableObservableList(stores);
    }

    /** The store that will be opened; {@code null} while it is not known. */
    @Nullable
    Store chosen() {
        return chosen;
    }

    /** The first check that failed so that the desk would not work. */
    Optional<Check> failed() {
        return Stream.of(Check.values())
                .filter(check -> state(check).get() instanceof Check.State.Failed failed
                        && !failed.trouble().harmless())
                .findFirst();
    }

    /**
     * Runs them all from the first.
     *
     * @param secret asked for on a worker
     * @param before to be done first; {@code null} where there is nothing
     * @param ended told when no more will be heard of this run
     * @param broken told instead when it could not be run; what was found before stays then
     */
    void run(
            URI base,
            Connection connection,
            Callable<Secret> secret,
            @Nullable Before before,
            Runnable ended,
            Consumer<Exception> broken) {
        cancel();
        long mine = round;
        Checkup checkup = new Checkup(door, clock, new Checkup.Told() {
            @Override
            public void check(Check check, Check.State now) {
                later(mine, () -> state(check).set(now));
            }

            @Override
            public void stores(List<Store> heard) {
                later(mine, () -> stores.setAll(heard));
            }

            @Override
            public void chosen(Store store) {
                later(mine, () -> chosen = store);
            }
        });
        running.submit(
                () -> {
                    Secret known = secret.call();
                    Connection meant = before == null ? connection : after(before, base, connection, known);
                    // Not sooner: what could not be made is told beside what was found before.
                    later(mine, this::clear);
                    checkup.run(base, meant, known);
                    return true;
                },
                done -> ended.run(),
                broken);
    }

    private Connection after(Before before, URI base, Connection connection, Secret secret) {
        try (MemoryAccount account = door.open(base, connection, secret)) {
            return before.in(account, connection);
        }
    }

    /** Ends what is running; none of it is heard any more. */
    void cancel() {
        round++;
        running.cancel();
        states.values().forEach(state -> {
            if (state.get() instanceof Check.State.Running) {
                state.set(new Check.State.Waiting());
            }
        });
    }

    /** What was found is about something else than what is written now. */
    void forget() {
        cancel();
        clear();
    }

    private void clear() {
        states.values().forEach(state -> state.set(new Check.State.Waiting()));
        chosen = null;
    }

    private void later(long mine, Runnable news) {
        ui.post(() -> {
            if (mine == round) {
                news.run();
            }
        });
    }

    private ReadOnlyObjectWrapper<Check.State> state(Check check) {
        return Objects.requireNonNull(states.get(check));
    }
}
