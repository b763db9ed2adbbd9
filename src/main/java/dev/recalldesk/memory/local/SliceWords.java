package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Which words of a segment one customer's texts in it have. Read when first asked for. Thread-safe. */
final class SliceWords {
    private static final byte AFTER_ALL = (byte) 0xff;
    /** Their numbers in the segment, ascending. */
    private volatile long @Nullable [] ords;

    /** @param slice the one these words are of */
    void addTo(Set<String> words, TextSlice slice, String beginning) throws IOException {
        SortedSetDocValues all = DocValues.getSortedSet(slice.reader(), IndexedText.LETTERS);
        long[] mine = ords;
        if (mine == null) {
            mine = read(slice, all);
            ords = mine;
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

    private static long[] read(TextSlice slice, SortedSetDocValues all) throws IOException {
        if (all.getValueCount() == 0) {
            return new long[0];
        }
        FixedBitSet seen = new FixedBitSet(Math.toIntExact(all.getValueCount()));
        Bits live = slice.reader().getLiveDocs();
        for (int doc = slice.first(); doc <= slice.last(); doc++) {
            if ((live == null || live.get(doc)) && all.advanceExact(doc)) {
                for (int rest = all.docValueCount(); rest > 0; rest--) {
                    seen.set((int) all.nextOrd());
                }
            }
        }
        long[] ords = new long[seen.cardinality()];
        int next = 0;
        for (int i = 0; i < ords.length; i++) {
            int ord = seen.nextSetBit(next);
            ords[i] = ord;
            next = ord + 1;
        }
        return ords;
    }
}
