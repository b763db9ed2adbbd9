package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the index to where the truth is: opens, follows, commits and rebuilds it. Confined to the index thread. */
final class IndexFollower {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final int CHUNK = 1_000;
    private static final int COMMIT_EVERY = 2_000;

    private final Path folder;
    private final Database database;
    private final Analyzer analyzer;
    private final long checkedFirst;
    private final Consumer<TextIndex> unchecked;
    private volatile @Nullable TextIndex index;
    private String databaseId = "";
    private long applied;
    private long committed;
    private boolean builtAnew;

    /**
     * @param checkedFirst an index of at most so many bytes is checked before it is used
     * @param unchecked told of a larger one that was opened and is still to be checked
     */
    IndexFollower(Path folder, Database database, Analyzer analyzer, long checkedFirst, Consumer<TextIndex> unchecked) {
        this.folder = folder;
        this.database = database;
        this.analyzer = analyzer;
        this.checkedFirst = checkedFirst;
        this.unchecked = unchecked;
    }

    /** The index as far as it is known; {@code null} before the first use and after a failure. Read from any thread. */
    @Nullable
    TextIndex index() {
        return index;
    }

    /** Whether what was on the disk was of no use, so that the index was built from the truth. */
    boolean builtAnew() {
        return builtAnew;
    }

    /** Makes the index know everything committed before this call. What fails lets the index go, to be opened anew. */
    void catchUp() throws IOException {
        try {
            TextIndex current = index == null ? openOrRebuild() : index;
            List<Changes.Change> changes = next();
            while (!changes.isEmpty()) {
                List<Changes.Change> chunk = changes;
                database.read(handle -> {
                    TextRows.apply(handle, chunk, current);
                    return true;
                });
                applied = changes.getLast().sequence();
                changes = next();
            }
            current.refresh();
            if (applied - committed >= COMMIT_EVERY) {
                commit(current);
            }
        } catch (MemoryFailure e) {
            throw e;
        } catch (TextRows.IndexBroken e) {
            drop();
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            drop();
            throw e;
        }
    }

    private List<Changes.Change> next() {
        return database.read(handle -> Changes.after(handle, applied, CHUNK));
    }

    private TextIndex openOrRebuild() throws IOException {
        databaseId = database.read(handle -> handle.select("SELECT value FROM about WHERE key = 'id'")
                .mapTo(String.class)
                .one());
        TextIndex found = null;
        try {
            IndexCheck check = new IndexCheck(folder);
            boolean small = check.bytes() <= checkedFirst;
            if (small) {
                check.run();
            }
            found = TextIndex.open(folder, analyzer);
            long sequence = found.committed(databaseId);
            if (sequence >= 0 && database.read(handle -> Changes.complete(handle, sequence))) {
                applied = sequence;
                committed = sequence;
                index = found;
                if (!small) {
                    unchecked.accept(found);
                }
                return found;
            }
            LOG.info("The search index does not belong to this memory as it is; building it anew");
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            LOG.info(
                    "There is no search index that can be read ({}); building it",
                    e.getClass().getSimpleName());
        }
        if (found != null) {
            found.close();
        }
        return rebuild();
    }

    /** Builds the index anew from the truth. */
    TextIndex rebuild() throws IOException {
        TextIndex fresh = TextIndex.create(folder, analyzer);
        try {
            // The number is read first: what is written meanwhile is then applied twice, which does no harm.
            long start = database.read(Changes::last);
            database.read(handle -> {
                TextRows.all(handle, fresh::add);
                return true;
            });
            applied = start;
            commit(fresh);
            fresh.refresh();
        } catch (TextRows.IndexBroken e) {
            fresh.close();
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            fresh.close();
            throw e;
        }
        index = fresh;
        builtAnew = true;
        return fresh;
    }

    /** The texts of one customer, indexed apart from all others and from the disk. From any thread. */
    TextIndex inMemory(String profileId) throws IOException {
        TextIndex small = TextIndex.inMemory(analyzer);
        try {
            List<Changes.Change> all = List.of(new Changes.Change(0, Changes.Kind.PROFILE, profileId));
            database.read(handle -> {
                TextRows.apply(handle, all, small);
                return true;
            });
            small.refresh();
            return small;
        } catch (TextRows.IndexBroken e) {
            small.close();
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            small.close();
            throw e;
        }
    }

    private void commit(TextIndex current) throws IOException {
        long reached = applied;
        current.commit(databaseId, reached);
        committed = reached;
        database.writeQuietly(handle -> Changes.dropUntil(handle, reached));
    }

    /** Lets the index go without keeping what was not committed. */
    void drop() {
        TextIndex old = index;
        index = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                LOG.warn("The search index did not close cleanly", e);
            }
        }
    }

    /** Keeps on the disk what is known, so that the next start need not read it again. */
    void finish() throws IOException {
        catchUp();
        TextIndex current = index;
        if (current != null && applied > committed) {
            commit(current);
        }
    }
}
