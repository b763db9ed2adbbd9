package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * Everything indexed of one customer, numbered from 0. Statistics are taken over these texts alone: how rare a word is must
 * not depend on other customers. Confined to one search.
 */
final class ProfileTexts {
    /** The texts of one index segment; they lie together because the index is sorted by customer. */
    record Slice(LeafReader reader, int first, int last, int base) {}

    /** Receives each text a word is in, and how often. */
    interface Occurrence {
        void in(int text, int times);
    }

    private static final int[] NOWHERE = {};
    private final List<Slice> slices;
    private final boolean[] live;
    private final boolean[] summary;
    private final long[] occurred;
    private final long[] written;
    private final int[] length;
    private final int[][] conversations;
    private final Map<String, Integer> conversationNumbers = new HashMap<>();
    private int liveCount;
    private double meanLength;

    private ProfileTexts(List<Slice> slices, int size) throws IOException {
        this.slices = slices;
        live = new boolean[size];
        summary = new boolean[size];
        occurred = new long[size];
        written = new long[size];
        length = new int[size];
        conversations = new int[size][];
        Arrays.fill(conversations, NOWHERE);
        for (Slice slice : slices) {
            fill(slice);
        }
        long total = 0;
        for (int text = 0; text < size; text++) {
            if (live[text]) {
                liveCount++;
                total += length[text];
            }
        }
        meanLength = liveCount == 0 ? 1 : Math.max(1, (double) total / liveCount);
    }

    static ProfileTexts of(IndexSearcher searcher, String profileId) throws IOException {
        List<Slice> slices = new ArrayList<>();
        int size = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum mine = leaf.reader().postings(new Term(IndexedText.PROFILE, profileId), PostingsEnum.NONE);
            if (mine == null) {
                continue;
            }
            int first = mine.nextDoc();
            int last = first;
            for (int doc = first; doc != DocIdSetIterator.NO_MORE_DOCS; doc = mine.nextDoc()) {
                last = doc;
            }
            if (first != DocIdSetIterator.NO_MORE_DOCS) {
                slices.add(new Slice(leaf.reader(), first, last, size));
                size += last - first + 1;
            }
        }
        return new ProfileTexts(slices, size);
    }

    private void fill(Slice slice) throws IOException {
        Bits alive = slice.reader().getLiveDocs();
        NumericDocValues kinds = DocValues.getNumeric(slice.reader(), IndexedText.KIND);
        NumericDocValues times = DocValues.getNumeric(slice.reader(), IndexedText.OCCURRED);
        NumericDocValues orders = DocValues.getNumeric(slice.reader(), IndexedText.WRITTEN);
        NumericDocValues norms = slice.reader().getNormValues(IndexedText.TEXT);
        SortedSetDocValues talks = DocValues.getSortedSet(slice.reader(), IndexedText.CONVERSATION);
        Map<Long, Integer> numbers = new HashMap<>();
        for (int doc = slice.first(); doc <= slice.last(); doc++) {
            int text = slice.base() + doc - slice.first();
            live[text] = alive == null || alive.get(doc);
            summary[text] = kinds.advanceExact(doc) && kinds.longValue() == 1;
            occurred[text] = times.advanceExact(doc) ? times.longValue() : 0;
            written[text] = orders.advanceExact(doc) ? orders.longValue() : 0;
            length[text] =
                    norms != null && norms.advanceExact(doc) ? SmallFloat.byte4ToInt((byte) norms.longValue()) : 0;
            if (talks.advanceExact(doc)) {
                conversations[text] = new int[talks.docValueCount()];
                for (int i = 0; i < conversations[text].length; i++) {
                    conversations[text][i] = number(talks, talks.nextOrd(), numbers);
                }
            }
        }
    }

    private int number(SortedSetDocValues talks, long ord, Map<Long, Integer> known) throws IOException {
        Integer found = known.get(ord);
        if (found == null) {
            String id = talks.lookupOrd(ord).utf8ToString();
            Integer next = conversationNumbers.size();
            Integer given = conversationNumbers.putIfAbsent(id, next);
            found = given == null ? next : given;
            known.put(ord, found);
        }
        return found;
    }

    List<Slice> slices() {
        return slices;
    }

    int size() {
        return live.length;
    }

    int liveCount() {
        return liveCount;
    }

    boolean isLive(int text) {
        return live[text];
    }

    boolean isSummary(int text) {
        return summary[text];
    }

    long occurred(int text) {
        return occurred[text];
    }

    /** Earlier things first; things of one moment in the order in which they were written. */
    int compare(int text, int than) {
        int byTime = Long.compare(occurred[text], occurred[than]);
        int byKind = byTime != 0 ? byTime : Boolean.compare(summary[text], summary[than]);
        return byKind != 0 ? byKind : Long.compare(written[text], written[than]);
    }

    int length(int text) {
        return length[text];
    }

    double meanLength() {
        return meanLength;
    }

    int conversationCount() {
        return conversationNumbers.size();
    }

    /** The conversations of a text, by their numbers here. */
    int[] conversations(int text) {
        return conversations[text];
    }

    @Nullable
    Integer conversation(String id) {
        return conversationNumbers.get(id);
    }

    /** Calls back for every text of this customer the term is in. */
    void each(Term term, Occurrence occurrence) throws IOException {
        for (Slice slice : slices) {
            PostingsEnum postings = slice.reader().postings(term, PostingsEnum.FREQS);
            if (postings == null) {
                continue;
            }
            for (int doc = postings.advance(slice.first()); doc <= slice.last(); doc = postings.nextDoc()) {
                int text = slice.base() + doc - slice.first();
                if (live[text]) {
                    occurrence.in(text, postings.freq());
                }
            }
        }
    }

    /** Whether any text of this customer has the term. */
    boolean have(Term term) throws IOException {
        boolean[] found = {false};
        each(term, (text, times) -> found[0] = true);
        return found[0];
    }

    /** The vector of a text; {@code null} where it has none yet. */
    @Nullable
    BytesRef vector(int text) throws IOException {
        for (Slice slice : slices) {
            int doc = text - slice.base() + slice.first();
            if (text >= slice.base() && doc <= slice.last()) {
                BinaryDocValues vectors = DocValues.getBinary(slice.reader(), IndexedText.VECTOR);
                return vectors.advanceExact(doc) ? BytesRef.deepCopyOf(vectors.binaryValue()) : null;
            }
        }
        return null;
    }

    String id(int text) throws IOException {
        for (Slice slice : slices) {
            int doc = text - slice.base() + slice.first();
            if (text >= slice.base() && doc <= slice.last()) {
                BinaryDocValues ids = DocValues.getBinary(slice.reader(), IndexedText.ID);
                if (ids.advanceExact(doc)) {
                    return ids.binaryValue().utf8ToString();
                }
            }
        }
        throw new IOException("The index has lost the id of a text");
    }
}
