package dev.recalldesk.memory.local;

import dev.recalldesk.memory.archive.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;

/**
 * Says whether the memory in a data folder is whole and whether its search index equals it, and makes the index equal where
 * it does not. The memory itself is never changed. Thread-safe; needs the folder for itself.
 */
public final class MemoryCheck {
    private MemoryCheck() {}

    /** What is to be said of the search index. */
    public enum Index {
        /** It has every text exactly once and as it is, and nothing else. */
        EQUAL,
        /** There was none that could be read or that belongs to this memory, and it was built. */
        BUILT,
        /** It differed from the memory and was built anew. */
        REPAIRED,
        /** It was not looked at, because the memory is damaged. */
        LEFT
    }

    /**
     * What was found.
     *
     * @param damages what is wrong with the memory itself, a line each; empty when it is whole
     * @param texts how many observations and summaries are remembered, 0 when the memory is damaged
     * @param missing how many of them the index had not
     * @param stale how many it had in an older state
     * @param surplus how many it had that are not remembered, or a second time
     */
    public record Report(List<String> damages, Index index, long texts, long missing, long stale, long surplus) {
        public Report {
            damages = List.copyOf(damages);
        }

        /** Whether the memory itself is whole; then its index is, too, by now. */
        public boolean whole() {
            return damages.isEmpty();
        }
    }

    /**
     * Checks and repairs.
     *
     * @param progress hears how many texts were compared, of how many
     * @throws NoSuchFileException when there is no memory in the folder
     * @throws DataFolderProblem when it is in use, too new or cannot be read at all
     * @throws IOException when the index cannot be read or built
     */
    public static Report run(Path dataDir, ProgressListener progress) throws IOException {
        Path file = dataDir.resolve("memory.db");
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (FolderLock _ = FolderLock.take(dataDir)) {
            List<String> damages = Soundness.damages(file);
            if (!damages.isEmpty()) {
                return new Report(damages, Index.LEFT, 0, 0, 0, 0);
            }
            try (Database database = Database.open(file);
                    Analyzer analyzer = new NoteAnalyzer()) {
                return compare(dataDir.resolve("index"), database, analyzer, progress);
            }
        }
    }

    private static Report compare(Path folder, Database database, Analyzer analyzer, ProgressListener progress)
            throws IOException {
        // Every byte of the index is checked, however large it is.
        IndexFollower follower = new IndexFollower(folder, database, analyzer, Long.MAX_VALUE, _ -> {});
        try {
            // What the index has yet to learn is not a difference: every start brings it up to date.
            follower.catchUp();
            boolean built = follower.builtAnew();
            IndexComparison.Differences differences = differences(follower, database, analyzer, progress);
            if (differences.none()) {
                follower.finish();
                return report(built ? Index.BUILT : Index.EQUAL, differences);
            }
            follower.drop();
            TextIndex _ = follower.rebuild();
            if (!differences(follower, database, analyzer, progress).none()) {
                throw new IOException("it still differs after it was built anew");
            }
            return report(Index.REPAIRED, differences);
        } catch (TextRows.IndexBroken e) {
            throw StorageTrouble.whileOpening(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw StorageTrouble.whileOpening(folder, e);
        } finally {
            follower.drop();
        }
    }

    private static Report report(Index index, IndexComparison.Differences found) {
        return new Report(List.of(), index, found.texts(), found.missing(), found.stale(), found.surplus());
    }

    private static IndexComparison.Differences differences(
            IndexFollower follower, Database database, Analyzer analyzer, ProgressListener progress)
            throws IOException {
        TextIndex index = follower.index();
        if (index == null) {
            throw new IOException("there is no search index");
        }
        IndexSearcher searcher = index.searchers().acquire();
        try {
            return database.read(handle -> IndexComparison.of(handle, searcher, analyzer, progress));
        } finally {
            index.searchers().release(searcher);
        }
    }
}
