package dev.recalldesk.app;

import dev.recalldesk.desk.CallLog;
import dev.recalldesk.desk.CustomerDirectory;
import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.DeskStoreFailure;
import dev.recalldesk.desk.Drafts;
import dev.recalldesk.desk.KnownNumbers;
import dev.recalldesk.desk.NumberChoices;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.desk.Pace;
import dev.recalldesk.desk.ProfileCache;
import dev.recalldesk.desk.ScreenPop;
import dev.recalldesk.desk.Senders;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.telephony.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every part of the desk below the screen is made and handed what it needs. Opening reads files and may fill a new
 * memory, so it belongs on a worker; closing stops everything in the order that loses nothing.
 */
public record Wiring(
        Path data,
        LocalAccount account,
        Memory memory,
        DeskStore store,
        Senders senders,
        Drafts drafts,
        Outbox outbox,
        CallLog log,
        ScreenPop pop,
        CustomerDirectory directory,
        Simulator phone,
        ExecutorService workers,
        InstantSource clock,
        ZoneId zone)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final int CACHED_CALLERS = 500;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    /**
     * Opens the folder, and fills it with the demo customers when it holds no store yet.
     *
     * @param named the store to work in, by its id or name; {@code null} for the newest
     * @param demo hears how far the demo customers are, 0 to 1
     */
    public static Wiring open(Path data, Settings settings, @Nullable String named, DoubleConsumer demo)
            throws Exception {
        InstantSource clock = InstantSource.system();
        ZoneId zone = ZoneId.systemDefault();
        LocalAccount account = LocalAccount.openWithMeaning(data, settings.homeRegion(), clock);
        try {
            Memory memory = DemoMemory.open(account, named, clock, demo);
            return connect(data, settings, account, memory, clock, zone);
        } catch (Exception e) {
            account.close();
            throw e;
        }
    }

    private static Wiring connect(
            Path data, Settings settings, LocalAccount account, Memory memory, InstantSource clock, ZoneId zone) {
        Store served = memory.store();
        String storeId = served.id();
        PhoneNumbers phones = new PhoneNumbers(settings.homeRegion());
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        DeskStore store = DeskStore.open(data.resolve("desk.db"));
        Senders senders = new Senders(store);
        senders.announce(served, clock.instant());
        CallLog log = new CallLog(store, storeId);
        ProfileCache cache = new ProfileCache(CACHED_CALLERS);
        new KnownNumbers(store, storeId).follow(cache, workers);
        ScreenPop pop = new ScreenPop(
                memory, phones, cache, new NumberChoices(store, storeId), log, workers, clock, System::nanoTime);
        Outbox outbox = new Outbox(store, storeId, memory, Pace.of(Duration.ofSeconds(settings.undoSeconds())), clock);
        return new Wiring(
                data,
                account,
                memory,
                store,
                senders,
                new Drafts(store),
                outbox,
                log,
                pop,
                new CustomerDirectory(memory, workers),
                new Simulator(DemoMemory.NUMBERS, DemoMemory.SURROUNDINGS, clock),
                workers,
                clock,
                zone);
    }

    @Override
    public void close() {
        phone.close();
        letFinish();
        withdraw();
        outbox.close();
        store.close();
        account.close();
    }

    /** Others can tell a process that has ended anyway. */
    private void withdraw() {
        try {
            senders.withdraw();
        } catch (DeskStoreFailure e) {
            LOG.warn("The desk's file did not take that this desk sends no more", e);
        }
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
