package dev.recalldesk.memory.local;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * For every document of an index segment one number over everything the index knows of it, whatever fields it has: two
 * documents made of the same text have the same number. The order in which things are met does not matter.
 */
final class Fingerprints {
    private static final long ODD = 0x9E3779B97F4A7C15L;
    private final LeafReader reader;
    private final long[] sums;

    private Fingerprints(LeafReader reader) {
        this.reader = reader;
        this.sums = new long[reader.maxDoc()];
    }

    static Fingerprints of(LeafReader reader) throws IOException {
        Fingerprints prints = new Fingerprints(reader);
        for (FieldInfo field : reader.getFieldInfos()) {
            long name = hash(new BytesRef(field.name));
            prints.words(field, name);
            prints.values(field, name + ODD);
            if (field.hasNorms()) {
                prints.numbers(reader.getNormValues(field.name), name - ODD);
            }
        }
        return prints;
    }

    LeafReader reader() {
        return reader;
    }

    /** @param doc a document of the segment, possibly a deleted one */
    long of(int doc) {
        return sums[doc];
    }

    private void words(FieldInfo field, long name) throws IOException {
        Terms terms = field.getIndexOptions() == IndexOptions.NONE ? null : reader.terms(field.name);
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        PostingsEnum postings = null;
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            long word = mix(name ^ hash(term));
            postings = each.postings(postings, PostingsEnum.FREQS);
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                sums[doc] += mix(word + postings.freq());
            }
        }
    }

    private void values(FieldInfo field, long name) throws IOException {
        switch (field.getDocValuesType()) {
            case NUMERIC -> numbers(reader.getNumericDocValues(field.name), name);
            case BINARY -> {
                BinaryDocValues values = reader.getBinaryDocValues(field.name);
                for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                    sums[doc] += mix(name ^ hash(values.binaryValue()));
                }
            }
            case SORTED -> {
                SortedDocValues values = reader.getSortedDocValues(field.name);
                for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                    sums[doc] += mix(name ^ hash(values.lookupOrd(values.ordValue())));
                }
            }
            case SORTED_SET -> {
                SortedSetDocValues values = reader.getSortedSetDocValues(field.name);
                for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        sums[doc] += mix(name ^ hash(values.lookupOrd(values.nextOrd())));
                    }
                }
            }
            case SORTED_NUMERIC -> {
                SortedNumericDocValues values = reader.getSortedNumericDocValues(field.name);
                for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        sums[doc] += mix(name ^ mix(values.nextValue()));
                    }
                }
            }
            case NONE -> {}
        }
    }

    private void numbers(NumericDocValues values, long name) throws IOException {
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            sums[doc] += mix(name ^ mix(values.longValue()));
        }
    }

    private static long hash(BytesRef bytes) {
        return StringHelper.murmurhash3_x64_128(bytes)[0];
    }

    /** Spreads neighbouring numbers over all bits, so that sums of different things differ (the finish of MurmurHash3). */
    private static long mix(long number) {
        long once = (number ^ (number >>> 33)) * 0xFF51AFD7ED558CCDL;
        long twice = (once ^ (once >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return twice ^ (twice >>> 33);
    }
}
