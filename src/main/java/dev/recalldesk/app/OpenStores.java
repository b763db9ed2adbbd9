package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.LateMemory;
import dev.recalldesk.desk.CallLog;
import dev.recalldesk.desk.CustomerDirectory;
import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.Drafts;
import dev.recalldesk.desk.DraftsOfMerged;
import dev.recalldesk.desk.KnownNumbers;
import dev.recalldesk.desk.NumberChoices;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.desk.Pace;
import dev.recalldesk.desk.ProfileCache;
import dev.recalldesk.desk.Recovery;
import dev.recalldesk.desk.ScreenPop;
import dev.recalldesk.desk.Senders;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * The stores that are open: how one is opened, let go of when its connection leads elsewhere, and closed. Thread-safe; all of
 * it may wait for files, so it belongs on workers.
 */
public final class OpenStores {
    private static final int CACHED_CALLERS = 500;

    private final Wiring wiring;
    private final Accounts accounts;
    private final Senders senders;
    private final ReentrantLock connecting = new ReentrantLock();
    private final List<OpenStore> stores = new CopyOnWriteArrayList<>();
    /** Of connections that lead elsewhere by now. */
    private final List<OpenStore> leaving = new CopyOnWriteArrayList<>();

    OpenStores(Wiring wiring, Accounts accounts) {
        this.wiring = wiring;
        this.accounts = accounts;
        this.senders = new Senders(wiring.deskStore());
    }

    /** The account of this connection if it is open already; does not wait. */
    Optional<MemoryAccount> account(Connection connection) {
        return accounts.opened(connection);
    }

    /**
     * Opens the store a connection begins with, or the newest where none was chosen or, on this computer, that one is gone. A
     * store at an account is taken as it was last seen and reached when it is first asked something, so that this needs no
     * network. Reads files, and fills a memory on this computer that holds no store yet with the demo customers, so it belongs
     * on a worker. A store that is open already is returned as it is.
     *
     * @param demo hears how far the demo customers are, 0 to 1
     */
    public OpenStore open(Connection connection, Settings settings, DoubleConsumer demo) throws Exception {
        MemoryAccount account = account(connection, settings, demo);
        return connect(connection, account, first(connection, account), settings);
    }

    /**
     * As the other, with one certain store.
     *
     * @param named its id or name
     * @throws IOException when there is no such store; its message is a sentence
     */
    public OpenStore open(Connection connection, String named, Settings settings, DoubleConsumer demo)
            throws Exception {
        MemoryAccount account = account(connection, settings, demo);
        List<Store> all = account.stores();
        Store chosen = Store.named(all, named)
                .orElseThrow(() -> new IOException(Text.get("cli.memory.which", named, Store.names(all))));
        return connect(connection, account, chosen, settings);
    }

    /** Opens this store. */
    OpenStore open(StoreChoice choice, Settings settings) throws Exception {
        Connection connection = choice.connection();
        return connection.local() && !choice.storeId().isEmpty()
                ? open(connection, choice.storeId(), settings, fraction -> {})
                : open(connection.withStore(choice.storeId(), choice.name()), settings, fraction -> {});
    }

    private MemoryAccount account(Connection connection, Settings settings, DoubleConsumer demo) throws Exception {
        MemoryAccount account = accounts.of(connection, settings);
        if (account instanceof LocalAccount local && local.stores().isEmpty()) {
            DemoMemory.bringIn(local, wiring.clock(), demo);
        }
        return account;
    }

    private static Store first(Connection connection, MemoryAccount account) {
        String id = connection.storeId();
        if (!connection.local() && !id.isEmpty()) {
            return new Store(id, connection.storeName(), "", Store.Status.ACTIVE, 1);
        }
        List<Store> all = account.stores();
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new MemoryFailure.NotFound("The account has no store"));
    }

    private OpenStore connect(Connection connection, MemoryAccount account, Store chosen, Settings settings) {
        connecting.lock();
        try {
            return stores.stream()
                    .filter(one -> one.is(connection.id(), chosen.id()))
                    .findFirst()
                    .orElseGet(() -> {
                        OpenStore opened = connected(connection, account, chosen, settings.over(connection));
                        stores.add(opened);
                        return opened;
                    });
        } finally {
            connecting.unlock();
        }
    }

    private OpenStore connected(Connection connection, MemoryAccount account, Store chosen, Settings settings) {
        String id = chosen.id();
        DeskStore store = wiring.deskStore();
        ExecutorService workers = wiring.workers();
        InstantSource clock = wiring.clock();
        Memory memory = connection.local() ? account.open(id) : new LateMemory(account, id);
        PhoneNumbers phones = new PhoneNumbers(settings.homeRegion());
        CallLog log = new CallLog(store, id);
        ProfileCache cache = new ProfileCache(CACHED_CALLERS);
        new KnownNumbers(store, id).follow(cache, workers);
        ScreenPop pop = new ScreenPop(
                memory, phones, cache, new NumberChoices(store, id), log, workers, clock, System::nanoTime);
        Pace pace = Pace.of(Duration.ofSeconds(settings.undoSeconds()));
        Drafts drafts = new Drafts(store, id);
        DraftsOfMerged merged = new DraftsOfMerged(drafts, memory);
        Outbox outbox = new Outbox(store, id, memory, pace, clock);
        CustomerDirectory directory = new CustomerDirectory(memory, workers);
        Recovery recovery = new Recovery(
                memory,
                () -> {
                    pop.retryAll();
                    outbox.flush();
                    var _ = directory.refresh();
                    merged.look();
                },
                clock);
        recovery.follow(account);
        OpenStore opened = new OpenStore(
                connection,
                account,
                id,
                chosen.displayName(),
                memory,
                drafts,
                merged,
                outbox,
                senders,
                log,
                pop,
                directory,
                recovery);
        senders.announce(connection.place(), chosen, clock.instant());
        return opened;
    }

    /** Whoever opens a store of this connection next reaches it anew; what is open of it is still to be closed. */
    void release(Connection connection) {
        connecting.lock();
        try {
            accounts.release(connection.id());
            List<OpenStore> stale = stores.stream()
                    .filter(one -> one.connection().id().equals(connection.id()))
                    .toList();
            stores.removeAll(stale);
            leaving.addAll(stale);
        } finally {
            connecting.unlock();
        }
    }

    /** Stops the parts of one store; its notes that are left go on when it is opened again. May wait for the memory. */
    void close(OpenStore gone) {
        wiring.switchboard().leave(gone.pop());
        stores.remove(gone);
        leaving.remove(gone);
        // The same store may be open anew, and its notes are sent from there.
        if (stores.stream().noneMatch(one -> one.storeId().equals(gone.storeId()))) {
            gone.withdraw();
        }
        gone.close();
        if (Stream.concat(stores.stream(), leaving.stream())
                .noneMatch(one -> one.account().equals(gone.account()))) {
            accounts.left(gone.account());
        }
    }

    /** Closes every store; others are told that nothing is sent from here any more. The accounts stay open. */
    void close() {
        stores.forEach(OpenStore::withdraw);
        stores.forEach(OpenStore::close);
        leaving.forEach(OpenStore::close);
    }
}
