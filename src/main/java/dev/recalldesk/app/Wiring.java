package dev.recalldesk.app;

import dev.recalldesk.connection.AccountDoor;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.LateMemory;
import dev.recalldesk.connection.Secrets;
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
import dev.recalldesk.desk.Switchboard;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.telephony.Simulator;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleConsumer;

/**
 * Where every part of the desk below the screen is made and handed what it needs: here what lives as long as the program, and
 * with {@link #open} what belongs to one store. Closing stops everything in the order that loses nothing.
 */
public final class Wiring implements AutoCloseable {
    private static final int CACHED_CALLERS = 500;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    private final Path data;
    private final DeskStore store;
    private final Senders senders;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock = InstantSource.system();
    private final ZoneId zone = ZoneId.systemDefault();
    private final Simulator phone = new Simulator(DemoMemory.NUMBERS, DemoMemory.SURROUNDINGS, clock);
    private final Switchboard switchboard = new Switchboard();
    private final Secrets secrets;
    private final AccountDoor door;
    private final Accounts accounts;
    private final ReentrantLock connecting = new ReentrantLock();
    private final List<OpenStore> stores = new CopyOnWriteArrayList<>();
    /** Of connections that lead elsewhere by now. */
    private final List<OpenStore> leaving = new CopyOnWriteArrayList<>();

    /** Opens the folder's desk file, so this belongs on a worker. No memory is opened yet. */
    public Wiring(Path data, Outside outside) {
        this.data = data;
        this.store = DeskStore.open(data.resolve("desk.db"));
        this.senders = new Senders(store);
        this.secrets = new Secrets(outside.keychain(), data);
        this.door = outside.door();
        this.accounts = new Accounts(data, clock, secrets, door);
        phone.start(switchboard::accept);
    }

    public Path data() {
        return data;
    }

    /** Runs what waits for a memory or the disk; one thread a task. */
    public ExecutorService workers() {
        return workers;
    }

    public InstantSource clock() {
        return clock;
    }

    public ZoneId zone() {
        return zone;
    }

    public Simulator phone() {
        return phone;
    }

    Switchboard switchboard() {
        return switchboard;
    }

    Accounts accounts() {
        return accounts;
    }

    Secrets secrets() {
        return secrets;
    }

    /** Makes accounts that are only tried. */
    AccountDoor door() {
        return door;
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
        switchboard.leave(gone.pop());
        stores.remove(gone);
        leaving.remove(gone);
        // The same store may be open anew, and its notes are sent from there.
        if (stores.stream().noneMatch(one -> one.storeId().equals(gone.storeId()))) {
            gone.withdraw();
        }
        gone.close();
    }

    /** The desk's own file. */
    DeskStore deskStore() {
        return store;
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

    private MemoryAccount account(Connection connection, Settings settings, DoubleConsumer demo) throws Exception {
        MemoryAccount account = accounts.of(connection, settings);
        if (account instanceof LocalAccount local && local.stores().isEmpty()) {
            DemoMemory.bringIn(local, clock, demo);
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

    @Override
    public void close() {
        phone.close();
        letFinish();
        stores.forEach(OpenStore::withdraw);
        stores.forEach(OpenStore::close);
        leaving.forEach(OpenStore::close);
        store.close();
        accounts.close();
    }

    /** What is under way may be a draft or a note on its way to the disk. */
    private void letFinish() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            workers.shutdownNow();
        }
    }
}
