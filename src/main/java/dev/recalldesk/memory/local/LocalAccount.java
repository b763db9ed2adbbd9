package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The memory on this machine: a data folder with any number of stores, used by one process at a time. Thread-safe. */
public final class LocalAccount implements MemoryAccount {
    private static final Logger LOG = LoggerFactory.getLogger(LocalAccount.class);
    private final FolderLock lock;
    private final Database database;
    private final Analyzer analyzer;
    private final IndexUpdater index;
    private final Identifiers identifiers;
    private final LocalRecall recall;
    private final InstantSource clock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalAccount(FolderLock lock, Path dataDir, Database database, String homeRegion, InstantSource clock) {
        this.lock = lock;
        this.database = database;
        this.analyzer = new EnglishAnalyzer();
        this.index = new IndexUpdater(dataDir.resolve("index"), database, analyzer);
        this.identifiers = new Identifiers(new PhoneNumbers(homeRegion));
        this.recall = new LocalRecall(database, index, new WordForms(analyzer), clock);
        this.clock = clock;
        database.afterEveryWrite(index::changed);
        index.changed();
    }

    /**
     * Opens a data folder, making it when it is not there. The search index may still be read or built when this returns;
     * recalling waits for it.
     *
     * @param homeRegion where numbers without a country code are at home, two letters (ISO 3166-1)
     * @throws DataFolderInUse when another process has it open
     * @throws DataFolderTooNew when a newer version of this program wrote it
     * @throws IOException when it cannot be read or written
     */
    public static LocalAccount open(Path dataDir, String homeRegion, InstantSource clock) throws IOException {
        Files.createDirectories(dataDir);
        FolderLock lock = FolderLock.take(dataDir);
        try {
            return new LocalAccount(lock, dataDir, Database.open(dataDir.resolve("memory.db")), homeRegion, clock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public List<Store> stores() {
        return database.read(StoreRows::all);
    }

    @Override
    public Store createStore(String displayName, String description) {
        return database.write(handle -> StoreRows.create(handle, displayName, description, clock.millis()));
    }

    @Override
    public Store updateStore(String storeId, String displayName, String description) {
        return database.write(handle -> StoreRows.update(handle, storeId, displayName, description));
    }

    @Override
    public void deleteStore(String storeId) {
        boolean _ = database.write(handle -> {
            StoreRows.delete(handle, storeId);
            return true;
        });
    }

    @Override
    public Memory open(String storeId) {
        Store store = database.read(handle -> StoreRows.get(handle, storeId));
        return new LocalMemory(new OneStore(store.id(), database, clock), identifiers, recall);
    }

    Database database() {
        return database;
    }

    Identifiers identifiers() {
        return identifiers;
    }

    InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        index.close();
        database.close();
        analyzer.close();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The data folder could not be released", e);
        }
    }
}
