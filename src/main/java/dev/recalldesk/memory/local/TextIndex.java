package dev.recalldesk.memory.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.misc.store.RAFDirectory;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.MMapDirectory;

/**
 * The search index: texts sorted by customer, so that one customer's texts lie together. Changed by one thread at a time,
 * searched by any.
 */
final class TextIndex implements AutoCloseable {
    /** Grows whenever what is in the index or how it is analysed changes, so that older ones are built anew. */
    private static final String FORMAT = "5";

    private static final double BUFFER_MEGABYTES = 32;
    private static final int SEGMENTS_OF_ONE_SIZE = 4;
    /** How the names of the files end that keep values by text. */
    private static final Set<String> VALUES = Set.of("dvd");

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private TextIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /** Opens what is there. Fails when it is missing; damage is found by {@link IndexCheck} or by searching. */
    static TextIndex open(Path folder, Analyzer analyzer) throws IOException {
        Directory directory = open(folder);
        try {
            return new TextIndex(directory, writer(directory, analyzer, OpenMode.APPEND));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Makes an empty index in the place of whatever is there. */
    static TextIndex create(Path folder, Analyzer analyzer) throws IOException {
        Directory directory = open(folder);
        try {
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
            return new TextIndex(directory, writer(directory, analyzer, OpenMode.CREATE));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** An index of its own, gone when it is closed. */
    static TextIndex inMemory(Analyzer analyzer) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        return new TextIndex(directory, writer(directory, analyzer, OpenMode.CREATE));
    }

    /**
     * No file channels, because an interrupted reader closes one under everybody's feet. Words are looked up in mapped files.
     * What is known of each text, three quarters of the whole with its vector, is read from plain ones, because it is read
     * once and then kept by {@link RecentTexts}: mapped, all of it would come to count as memory of this program.
     */
    private static Directory open(Path folder) throws IOException {
        return new FileSwitchDirectory(VALUES, new RAFDirectory(folder), new MMapDirectory(folder), true);
    }

    private static IndexWriter writer(Directory directory, Analyzer analyzer, OpenMode mode) throws IOException {
        // Few segments, for a customer's texts may lie in each of them; no files within a file, which would all be
        // mapped.
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(SEGMENTS_OF_ONE_SIZE);
        merging.setNoCFSRatio(0);
        return new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer)
                        .setMergePolicy(merging)
                        .setUseCompoundFile(false)
                        .setOpenMode(mode)
                        .setCommitOnClose(false)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setIndexSort(new Sort(new SortField(IndexedText.PROFILE, SortField.Type.STRING))));
    }

    /** The change the last commit reached, or -1 when it belongs to another database or another format. */
    long committed(String databaseId) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return -1;
        }
        boolean mine = false;
        boolean known = false;
        long sequence = -1;
        for (Map.Entry<String, String> entry : data) {
            switch (entry.getKey()) {
                case "database" -> mine = entry.getValue().equals(databaseId);
                case "format" -> known = entry.getValue().equals(FORMAT);
                case "sequence" -> sequence = Long.parseLong(entry.getValue());
                default -> {}
            }
        }
        return mine && known ? sequence : -1;
    }

    void commit(String databaseId, long sequence) throws IOException {
        writer.setLiveCommitData(Map.of("database", databaseId, "format", FORMAT, "sequence", Long.toString(sequence))
                .entrySet());
        writer.commit();
    }

    void add(IndexedText text) throws IOException {
        writer.addDocument(text.document());
    }

    /** Removes every text whose {@code field} is exactly {@code value}. */
    void remove(String field, String value) throws IOException {
        writer.deleteDocuments(new Term(field, value));
    }

    /** Lets searches see what was changed so far. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    SearcherManager searchers() {
        return searchers;
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            // Closed in the reverse of this order, each even when another fails.
        }
    }
}
