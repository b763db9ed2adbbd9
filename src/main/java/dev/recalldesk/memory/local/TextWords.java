package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SparseFixedBitSet;

/** The words of one customer's texts that begin with a letter, read as far as they are asked for. Thread-safe. */
final class TextWords {
    private static final byte AFTER_ALL = (byte) 0xff;
    private final Map<String, SortedSet<String>> byBeginning = new ConcurrentHashMap<>();
    private final Map<Integer, long[]> ordsBySlice = new ConcurrentHashMap<>();

    /** @param slices those of this customer */
    SortedSet<String> beginning(String beginning, List<TextSlice> slices) throws IOException {
        SortedSet<String> known = byBeginning.get(beginning);
        if (known == null) {
            SortedSet<String> words = new TreeSet<>();
            for (TextSlice slice : slices) {
                add(words, slice, beginning);
            }
            known = Collections.unmodifiableSortedSet(words);
            byBeginning.put(beginning, known);
        }
        return known;
    }

    private void add(Set<String> words, TextSlice slice, String beginning) throws IOException {
        SortedSetDocValues all = DocValues.getSortedSet(slice.reader(), IndexedText.LETTERS);
        long[] mine = ordsBySlice.get(slice.base());
        if (mine == null) {
            mine = ords(slice, all);
            ordsBySlice.put(slice.base(), mine);
        }
        BytesRef from = new BytesRef(beginning);
        byte[] to = Arrays.copyOf(from.bytes, from.length + 1);
        to[from.length] = AFTER_ALL;
        long end = place(all.lookupTerm(new BytesRef(to)));
        int next = Arrays.binarySearch(mine, place(all.lookupTerm(from)));
        for (int i = next < 0 ? -1 - next : next; i < mine.length && mine[i] < end; i++) {
            words.add(all.lookupOrd(mine[i]).utf8ToString());
        }
    }

    /** Where a word stands, or would. */
    private static long place(long found) {
        return found < 0 ? -1 - found : found;
    }

    /** The numbers of the words in the segment, ascending. */
    private static long[] ords(TextSlice slice, SortedSetDocValues all) throws IOException {
        if (all.getValueCount() == 0) {
            return new long[0];
        }
        // Sparse, for a customer has few of the words of a large segment.
        SparseFixedBitSet seen = new SparseFixedBitSet(Math.toIntExact(all.getValueCount()));
        Bits live = slice.reader().getLiveDocs();
        for (int doc = slice.first(); doc <= slice.last(); doc++) {
            if ((live == null || live.get(doc)) && all.advanceExact(doc)) {
                for (int rest = all.docValueCount(); rest > 0; rest--) {
                    seen.set((int) all.nextOrd());
                }
            }
        }
        LongStream.Builder ords = LongStream.builder();
        int ord = seen.nextSetBit(0);
        while (ord != DocIdSetIterator.NO_MORE_DOCS) {
            ords.add(ord);
            ord = ord + 1 < seen.length() ? seen.nextSetBit(ord + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
        return ords.build().toArray();
    }
}
