package dev.recalldesk.memory.local;

import dev.recalldesk.memory.archive.ProgressListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.jdbi.v3.core.Handle;

/**
 * Compares an index with the truth, text by text: every text is indexed once more, in memory and a few at a time, and what
 * comes out must be in the index exactly once. Confined to one thread.
 */
final class IndexComparison {
    private static final int FEW = 2_000;

    /**
     * Where the two differ.
     *
     * @param texts how many the truth has
     * @param missing of those, how many the index has not
     * @param stale of those, how many the index has in another state
     * @param surplus how many the index has that the truth has not, or a second time
     */
    record Differences(long texts, long missing, long stale, long surplus) {
        boolean none() {
            return missing == 0 && stale == 0 && surplus == 0;
        }
    }

    private final List<Fingerprints> segments = new ArrayList<>();
    private final Analyzer analyzer;
    private final ProgressListener progress;
    private final List<IndexedText> few = new ArrayList<>(FEW);
    private final long total;
    private final long indexed;
    private long seen;
    private long found;
    private long stale;

    private IndexComparison(IndexSearcher searcher, Analyzer analyzer, ProgressListener progress, long total)
            throws IOException {
        this.analyzer = analyzer;
        this.progress = progress;
        this.total = total;
        this.indexed = searcher.getIndexReader().numDocs();
        for (LeafReader reader : readers(searcher)) {
            segments.add(Fingerprints.of(reader));
        }
    }

    private static List<LeafReader> readers(IndexSearcher searcher) {
        return searcher.getIndexReader().leaves().stream()
                .map(LeafReaderContext::reader)
                .toList();
    }

    /** @throws TextRows.IndexBroken when the index cannot be read */
    static Differences of(Handle handle, IndexSearcher searcher, Analyzer analyzer, ProgressListener progress) {
        try {
            IndexComparison comparison = new IndexComparison(searcher, analyzer, progress, TextRows.count(handle));
            TextRows.all(handle, comparison::take);
            return comparison.result();
        } catch (IOException e) {
            throw new TextRows.IndexBroken(e);
        }
    }

    private void take(IndexedText text) throws IOException {
        few.add(text);
        if (few.size() == FEW) {
            compare();
        }
    }

    private Differences result() throws IOException {
        compare();
        return new Differences(seen, seen - found, stale, indexed - found);
    }

    private void compare() throws IOException {
        try (TextIndex fresh = TextIndex.inMemory(analyzer)) {
            for (IndexedText text : few) {
                fresh.add(text);
            }
            fresh.refresh();
            IndexSearcher searcher = fresh.searchers().acquire();
            try {
                for (LeafReader reader : readers(searcher)) {
                    compare(reader);
                }
            } finally {
                fresh.searchers().release(searcher);
            }
        }
        seen += few.size();
        few.clear();
        progress.reached(seen, total);
    }

    private void compare(LeafReader fresh) throws IOException {
        Fingerprints wanted = Fingerprints.of(fresh);
        BinaryDocValues ids = DocValues.getBinary(fresh, IndexedText.ID);
        for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
            look(new Term(IndexedText.ID, ids.binaryValue()), wanted.of(doc));
        }
    }

    /** One of several counts as found; the others then are surplus. */
    private void look(Term id, long wanted) throws IOException {
        boolean there = false;
        boolean right = false;
        for (Fingerprints segment : segments) {
            PostingsEnum postings = segment.reader().postings(id, PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            Bits live = segment.reader().getLiveDocs();
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    there = true;
                    right |= segment.of(doc) == wanted;
                }
            }
        }
        found += there ? 1 : 0;
        stale += there && !right ? 1 : 0;
    }
}
