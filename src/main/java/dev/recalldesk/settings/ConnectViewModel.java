package dev.recalldesk.settings;

import dev.recalldesk.connection.AccountDoor;
import dev.recalldesk.connection.Check;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Keychain;
import dev.recalldesk.connection.NewStore;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.connection.Secrets;
import dev.recalldesk.connection.Secrets.Place;
import dev.recalldesk.connection.StandardGroups;
import dev.recalldesk.connection.StoreName;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.ui.UiThread;
import dev.recalldesk.ui.Work;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connecting to an account: what is written about it, the checks it has to pass, and its saving, which happens only when it
 * is asked for. Confined to the UI thread.
 */
public final class ConnectViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectViewModel.class);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Open());
    private final ConnectForm form;
    private final ConnectChecks checks;
    private final KeptSecret secret;
    private final Saved saved;
    private final Connection before;
    private Connection meant;

    /** What is going on. */
    public sealed interface State {
        /** The agent writes, and what was checked before counts no more. */
        record Open() implements State {}

        /** The checks run, or what one of them lacks is being made. */
        record Checking() implements State {}

        /** Every check was passed, or what failed does no harm. */
        record Passed() implements State {}

        /** A check failed. */
        record Stopped(Check at) implements State {}

        /** What was asked for could not be made, such as a store whose name somebody else took meanwhile, or may not have been. */
        record NotMade(MemoryFailure why) implements State {}

        record Saving() implements State {}

        /** The secret that was kept is not there any more. */
        record SecretGone() implements State {}

        /** The keychain did not take the secret; nothing is saved. */
        record KeychainRefused(boolean open) implements State {}

        /** The disk did not take it; nothing is saved. */
        record NotSaved(boolean open) implements State {}
    }

    /** Takes over a connection whose secret is kept already. */
    @FunctionalInterface
    public interface Saved {
        /**
         * @param elsewhere whether it leads elsewhere than before, or in another way, so that it has to be opened anew
         * @param open whether the agent wants to work in it now
         */
        void saved(Connection connection, boolean elsewhere, boolean open);
    }

    /**
     * @param before the connection to change, or one to start from
     * @param known whether it was saved before, and its secret with it
     */
    public ConnectViewModel(
            Connection before,
            boolean known,
            AccountDoor door,
            Secrets secrets,
            InstantSource clock,
            Work work,
            UiThread ui,
            Saved saved) {
        this.before = before;
        this.meant = before;
        this.form = new ConnectForm(before, known);
        this.checks = new ConnectChecks(door, clock, work, ui);
        this.secret = new KeptSecret(before.id(), secrets, work);
        this.saved = saved;
        for (var typed : form.reaching()) {
            typed.subscribe((then, now) -> changed());
        }
    }

    public ConnectForm form() {
        return form;
    }

    public ReadOnlyObjectProperty<Check.State> checkProperty(Check check) {
        return checks.stateProperty(check);
    }

    /** The stores of the account as last heard, newest first. */
    public ObservableList<Store> stores() {
        return checks.stores();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Where the secret will be kept; {@code null} until the computer has said whether it has a keychain. */
    public ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
        return secret.placeProperty();
    }

    /** The file that keeps secrets where there is no keychain. */
    public String secretFile() {
        return secret.file();
    }

    /** What hinders a new store of this name in the account. */
    public StoreName.Hindrance hindrance(String name) {
        return StoreName.of(name.strip(), checks.stores());
    }

    /** Runs the checks from the first on, unless something written is wrong. */
    public void check() {
        checkAfter(null);
    }

    /** Takes this store and goes on checking. */
    public void choose(Store wanted) {
        meant = meant.withStore(wanted.id(), wanted.displayName());
        check();
    }

    /** Makes a store of this name in the account, takes it and goes on checking. */
    public void createStore(String name) {
        if (hindrance(name) == StoreName.Hindrance.NONE) {
            checkAfter((account, connection) -> {
                Store made = NewStore.make(account, name.strip());
                return connection.withStore(made.id(), made.displayName());
            });
        }
    }

    /** Makes the groups that the store lacks, and goes on checking. */
    public void createGroups() {
        checkAfter((account, connection) -> {
            StandardGroups.create(account.open(connection.storeId()));
            return connection;
        });
    }

    /** Ends the checks that run. */
    public void stop() {
        checks.cancel();
        state.set(new State.Open());
    }

    /** Ends everything; what is written is forgotten, and nothing is saved. */
    public void cancel() {
        checks.cancel();
        secret.cancel();
        form.secretProperty().set("");
    }

    /**
     * Saves the connection and its secret, whether the checks were passed or not.
     *
     * @param open whether to work in it at once
     */
    public void save(boolean open) {
        Place where = secret.placeProperty().get();
        if (where != null && form.holds()) {
            save(open, where);
        }
    }

    /** Saves after all what the keychain refused, with the secret in the file. */
    public void saveInFile() {
        if (state.get() instanceof State.KeychainRefused(boolean open)) {
            save(open, Place.FILE);
        }
    }

    private void save(boolean open, Place where) {
        checks.cancel();
        Connection written = written();
        Optional<Secret> fresh = form.freshSecret();
        boolean elsewhere = fresh.isPresent() || !written.opensLike(before);
        state.set(new State.Saving());
        secret.keep(
                fresh,
                form.secretKept(),
                where,
                () -> {
                    form.secretProperty().set("");
                    saved.saved(written, elsewhere, open);
                },
                problem -> {
                    LOG.warn("A connection could not be saved", problem);
                    boolean refused = problem instanceof Keychain.Refused;
                    state.set(refused ? new State.KeychainRefused(open) : new State.NotSaved(open));
                });
    }

    /** As it would be saved now; one without a name is called as its store, or as its host. */
    private Connection written() {
        Store store = checks.chosen();
        Connection base = form.over(store == null ? meant : meant.withStore(store.id(), store.displayName()));
        String fallback =
                base.storeName().isEmpty() ? form.base().map(URI::getHost).orElse("") : base.storeName();
        return base.name().isEmpty() ? base.withName(fallback) : base;
    }

    private void checkAfter(ConnectChecks.@Nullable Before first) {
        Optional<URI> base = form.base();
        if (!form.holds() || base.isEmpty()) {
            return;
        }
        Store there = checks.chosen();
        if (there != null) {
            meant = meant.withStore(there.id(), there.displayName());
        }
        state.set(new State.Checking());
        Optional<Secret> fresh = form.freshSecret();
        checks.run(
                base.get(),
                form.over(meant),
                () -> fresh.isPresent() ? fresh.get() : secret.read(),
                first,
                () -> state.set(checks.failed().<State>map(State.Stopped::new).orElseGet(State.Passed::new)),
                this::notRun);
    }

    private void notRun(Exception problem) {
        LOG.warn("A connection could not be checked", problem);
        state.set(problem instanceof MemoryFailure failure ? new State.NotMade(failure) : new State.SecretGone());
    }

    /** What was found is about another account. */
    private void changed() {
        checks.forget();
        meant = before;
        if (!(state.get() instanceof State.Open)) {
            state.set(new State.Open());
        }
    }
}
