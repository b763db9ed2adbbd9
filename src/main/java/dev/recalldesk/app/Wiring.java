package dev.recalldesk.app;

import dev.recalldesk.connection.Secrets;
import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.Switchboard;
import dev.recalldesk.telephony.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Where every part of the desk below the screen is made and handed what it needs: here what lives as long as the program; what
 * belongs to one store is made by {@link OpenStores}. Closing stops everything in the order that loses nothing.
 */
public final class Wiring implements AutoCloseable {
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    private final Path data;
    private final DeskStore store;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock = InstantSource.system();
    private final ZoneId zone = ZoneId.systemDefault();
    private final Simulator phone = new Simulator(DemoMemory.NUMBERS, DemoMemory.SURROUNDINGS, clock);
    private final Switchboard switchboard = new Switchboard();
    private final Secrets secrets;
    private final Accounts accounts;
    private final OpenStores stores;

    /** Opens the folder's desk file, so this belongs on a worker. No memory is opened yet. */
    public Wiring(Path data, Outside outside) {
        this.data = data;
        this.store = DeskStore.open(data.resolve("desk.db"));
        this.secrets = new Secrets(outside.keychain(), data);
        this.accounts = new Accounts(data, clock, secrets);
        this.stores = new OpenStores(this, accounts);
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

    /** What is open, and how more is opened. */
    public OpenStores stores() {
        return stores;
    }

    Secrets secrets() {
        return secrets;
    }

    /** The desk's own file. */
    DeskStore deskStore() {
        return store;
    }

    @Override
    public void close() {
        phone.close();
        letFinish();
        stores.close();
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
