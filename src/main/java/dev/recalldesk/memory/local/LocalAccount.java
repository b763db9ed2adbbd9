package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The memory on this machine: a data folder with any number of stores, used by one process at a time. Thread-safe. */
public final class LocalAccount implements MemoryAccount {
    private static final Logger LOG = LoggerFactory.getLogger(LocalAccount.class);
    private static final Duration REST = Duration.ofSeconds(15);
    private final FolderLock lock;
    private final Path folder;
    private final Database database;
    private final Analyzer analyzer;
    private final IndexUpdater index;
    private final Identifiers identifiers;
    private final LocalRecall recall;
    private final InstantSource clock;
    private final @Nullable Embedder embedder;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalAccount(
            FolderLock lock,
            Path dataDir,
            Database database,
            String homeRegion,
            InstantSource clock,
            @Nullable Duration rest) {
        this.lock = lock;
        this.folder = dataDir;
        this.database = database;
        this.analyzer = new NoteAnalyzer();
        this.index = new IndexUpdater(dataDir.resolve("index"), database, analyzer);
        this.identifiers = new Identifiers(new PhoneNumbers(homeRegion));
        this.embedder = rest == null ? null : new Embedder(database, rest);
        this.recall = new LocalRecall(database, index, new WordForms(analyzer), embedder, clock);
        this.clock = clock;
        database.afterEveryWrite(this::changed);
        index.changed();
    }

    private void changed() {
        index.changed();
        if (embedder != null) {
            embedder.changed();
        }
    }

    /**
     * Opens a data folder, making it when it is not there. The search index may still be read or built when this returns;
     * recalling waits for it. Recall goes by words.
     *
     * @param homeRegion where numbers without a country code are at home, two letters (ISO 3166-1)
     * @throws DataFolderProblem when it is in use, damaged, too new, or cannot be read or written
     */
    public static LocalAccount open(Path dataDir, String homeRegion, InstantSource clock) throws IOException {
        return open(dataDir, homeRegion, clock, null);
    }

    /**
     * The same, and recall goes by words and by meaning: texts are embedded in the background, also those that were written
     * without it. The model takes a hundred megabytes, so what only writes or reads does not ask for it. It is loaded with
     * the first question or a while after opening; until then, and for texts not embedded yet, words alone decide.
     */
    public static LocalAccount openWithMeaning(Path dataDir, String homeRegion, InstantSource clock)
            throws IOException {
        return open(dataDir, homeRegion, clock, REST);
    }

    /** @param rest how long after opening the model of meaning is loaded when nobody asks; {@code null} for never */
    static LocalAccount open(Path dataDir, String homeRegion, InstantSource clock, @Nullable Duration rest)
            throws IOException {
        FolderLock lock = FolderLock.take(dataDir);
        try {
            return new LocalAccount(
                    lock, dataDir, Database.open(dataDir.resolve("memory.db")), homeRegion, clock, rest);
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

    Path folder() {
        return folder;
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
        if (embedder != null) {
            embedder.close();
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
