package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the index in step with the truth and hands it to searches. Thread-safe. */
final class IndexUpdater implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexUpdater.class);

    /** Checked in a few hundredths of a second, which nobody notices. */
    private static final long SMALL_BYTES = 64_000_000;

    private static final Duration REST = Duration.ofSeconds(5);

    private final IndexThread thread = new IndexThread();
    private final IndexFollower follower;
    private final CheckBehind check;
    private final AtomicLong writes = new AtomicLong(1);
    private volatile long writesSeen;
    private volatile boolean failing;

    IndexUpdater(Path folder, Database database, Analyzer analyzer) {
        this(folder, database, analyzer, SMALL_BYTES, REST);
    }

    /**
     * @param checkedFirst an index of at most so many bytes is checked before it answers, a larger one behind the answers
     * @param rest how long after opening that begins
     */
    IndexUpdater(Path folder, Database database, Analyzer analyzer, long checkedFirst, Duration rest) {
        this.follower = new IndexFollower(folder, database, analyzer, checkedFirst, this::checkBehind);
        this.check = new CheckBehind(folder, rest);
    }

    private void checkBehind(TextIndex index) {
        check.start(damage -> {
            try {
                discard(new Damage(index, damage));
            } catch (MemoryFailure e) {
                LOG.warn("The search index is damaged; it will be built anew at the next start", e);
            }
        });
    }

    /** Something was committed to the truth; the index will follow. Returns at once. */
    void changed() {
        writes.incrementAndGet();
        thread.later(() -> {
            if (failing) {
                // A full disk stays full for many writes; the next question tries again.
                return;
            }
            try {
                catchUp();
            } catch (IOException | RuntimeException e) {
                failing = true;
                LOG.error("The search index could not follow; it will be tried again when something is recalled", e);
            }
        });
    }

    /**
     * Work on one customer's texts with a searcher that knows everything committed before this call. A damaged index is built
     * anew, once. Where the disk keeps no index at all, the customer's texts are indexed in memory for this one search.
     */
    <T> T search(String profileId, Search<T> work) {
        try {
            return search(work);
        } catch (MemoryFailure.Unreachable e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
        }
        try (TextIndex small = follower.inMemory(profileId)) {
            return searchOnce(small, work);
        } catch (IOException | Damage e) {
            throw new MemoryFailure.Unreachable("The search index failed.", e);
        }
    }

    private <T> T search(Search<T> work) {
        try {
            return searchOnce(current(), work);
        } catch (Damage e) {
            discard(e);
        }
        try {
            return searchOnce(current(), work);
        } catch (Damage e) {
            throw new MemoryFailure.Unreachable("The search index failed.", e);
        }
    }

    /** What is done with a searcher. */
    interface Search<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    /** Lucene meets garbled bytes with all kinds of exceptions; here they get one name. */
    private static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // Never serialised.
        private final TextIndex index;

        Damage(TextIndex index, Exception cause) {
            super(cause);
            this.index = index;
        }
    }

    private static <T> T searchOnce(TextIndex current, Search<T> work) throws Damage {
        IndexSearcher searcher = acquire(current);
        try {
            return work.with(searcher);
        } catch (MemoryFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Damage(current, e);
        } finally {
            release(current.searchers(), searcher);
        }
    }

    private static IndexSearcher acquire(TextIndex index) throws Damage {
        try {
            return index.searchers().acquire();
        } catch (IOException | AlreadyClosedException e) {
            // Somebody else found it damaged and let it go, or the memory is being closed.
            throw new Damage(index, e);
        }
    }

    private static void release(SearcherManager searchers, IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            LOG.warn("A searcher could not be given back", e);
        }
    }

    private TextIndex current() {
        TextIndex present = follower.index();
        if (present == null || writesSeen < writes.get()) {
            thread.await(() -> {
                catchUp();
                return true;
            });
            present = follower.index();
        }
        if (present == null) {
            throw new MemoryFailure.Unreachable("The memory is closed.", null);
        }
        return present;
    }

    /** Of several who meet the same damage only the first has it mended. */
    private void discard(Damage damage) {
        thread.await(() -> {
            if (follower.index() == damage.index) {
                LOG.warn("The search index is damaged and will be built anew", damage);
                follower.drop();
                TextIndex _ = follower.rebuild();
            }
            return true;
        });
    }

    private void catchUp() throws IOException {
        long seen = writes.get();
        if (follower.index() == null || writesSeen < seen) {
            follower.catchUp();
            writesSeen = seen;
            failing = false;
        }
    }

    /** Brings the index to rest; the truth must still be open. Closing again does nothing. */
    @Override
    public void close() {
        check.close();
        thread.close(() -> {
            try {
                follower.finish();
            } catch (IOException | RuntimeException e) {
                LOG.warn("The search index was not finished; it follows at the next start", e);
            } finally {
                follower.drop();
            }
        });
    }
}
