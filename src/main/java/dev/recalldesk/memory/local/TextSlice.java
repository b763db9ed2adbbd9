package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The texts of one customer in one segment of the index; they lie together because the index is sorted by customer.
 *
 * @param first the first document of the segment that is the customer's
 * @param last the last one
 * @param base the number the first one has among all the customer's texts
 */
record TextSlice(LeafReader reader, int first, int last, int base) {
    static List<TextSlice> of(IndexReader reader, String profileId) throws IOException {
        BytesRef id = new BytesRef(profileId);
        List<TextSlice> slices = new ArrayList<>();
        int size = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms profiles = leaf.reader().terms(IndexedText.PROFILE);
            if (profiles == null) {
                continue;
            }
            TermsEnum found = profiles.iterator();
            if (found.seekExact(id)) {
                int first = found.postings(null, PostingsEnum.NONE).nextDoc();
                int last = first + found.docFreq() - 1;
                slices.add(new TextSlice(leaf.reader(), first, last, size));
                size += last - first + 1;
            }
        }
        return slices;
    }

    int size() {
        return last - first + 1;
    }

    int text(int doc) {
        return base + doc - first;
    }

    int doc(int text) {
        return text - base + first;
    }

    boolean has(int text) {
        return text >= base && doc(text) <= last;
    }
}
