package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Everything indexed of one customer, numbered from 0. Statistics are taken over these texts alone: how rare a word is must
 * not depend on other customers. Never changes; usable by any thread as long as it holds the searcher this was read with.
 */
final class ProfileTexts {
    /** Receives each text a word is in, and how often. */
    interface Occurrence {
        void in(int text, int times);
    }

    private static final int BYTES = 1_000;
    private final Object readerKey;
    private final List<TextSlice> slices;
    private final TextFacts facts;
    private volatile @Nullable TextVectors vectors;

    private ProfileTexts(Object readerKey, List<TextSlice> slices, TextFacts facts, @Nullable TextVectors vectors) {
        this.readerKey = readerKey;
        this.slices = slices;
        this.facts = facts;
        this.vectors = vectors;
    }

    /** Reads them; {@link RecentTexts} spares that for who was asked about a moment ago. */
    static ProfileTexts of(IndexSearcher searcher, String profileId) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        List<TextSlice> slices = TextSlice.of(reader, profileId);
        return new ProfileTexts(key(reader), slices, TextFacts.of(slices), null);
    }

    /** The same for another reader, in which nothing of this customer has changed. */
    ProfileTexts readBy(IndexReader other) {
        return new ProfileTexts(key(other), slices, facts, vectors);
    }

    boolean isReadBy(IndexReader other) {
        return readerKey.equals(key(other));
    }

    /** Stands for a reader without keeping it. */
    private static Object key(IndexReader reader) {
        return Objects.requireNonNull(reader.getReaderCacheHelper()).getKey();
    }

    /** About how much memory this takes. */
    long bytes() {
        TextVectors known = vectors;
        return BYTES + facts.bytes() + (known == null ? 0 : known.bytes());
    }

    List<TextSlice> slices() {
        return slices;
    }

    int size() {
        return facts.size();
    }

    int liveCount() {
        return facts.byTime().length;
    }

    boolean isLive(int text) {
        return facts.live()[text];
    }

    boolean isSummary(int text) {
        return facts.summary()[text];
    }

    long occurred(int text) {
        return facts.occurred()[text];
    }

    /** Every text there is, the earliest first, in the order of {@link #compare}. Not to be changed. */
    int[] byTime() {
        return facts.byTime();
    }

    /** Earlier things first; things of one moment in the order in which they were written. */
    int compare(int text, int than) {
        return Integer.compare(facts.place()[text], facts.place()[than]);
    }

    int length(int text) {
        return facts.length()[text];
    }

    double meanLength() {
        return facts.meanLength();
    }

    int conversationCount() {
        return facts.conversationNumbers().size();
    }

    /** The conversations of a text, by their numbers here. Not to be changed. */
    int[] conversations(int text) {
        return facts.conversations()[text];
    }

    @Nullable
    Integer conversation(String id) {
        return facts.conversationNumbers().get(id);
    }

    /** The vectors of these texts, read when first asked for. */
    TextVectors vectors() throws IOException {
        TextVectors known = vectors;
        if (known == null) {
            // Two who ask at once may both read them, which is better than one waiting for a file.
            known = TextVectors.of(slices, facts);
            vectors = known;
        }
        return known;
    }

    /** The vector of a text; {@code null} where it has none yet. Not to be changed. */
    @Nullable
    BytesRef vector(int text) throws IOException {
        return vectors().of(text);
    }

    /** Calls back for every text of this customer the term is in. */
    void each(Term term, Occurrence occurrence) throws IOException {
        for (TextSlice slice : slices) {
            PostingsEnum postings = slice.reader().postings(term, PostingsEnum.FREQS);
            if (postings == null) {
                continue;
            }
            for (int doc = postings.advance(slice.first()); doc <= slice.last(); doc = postings.nextDoc()) {
                int text = slice.text(doc);
                if (isLive(text)) {
                    occurrence.in(text, postings.freq());
                }
            }
        }
    }

    /** Whether any text of this customer has the term. */
    boolean have(Term term) throws IOException {
        for (TextSlice slice : slices) {
            PostingsEnum postings = slice.reader().postings(term, PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            for (int doc = postings.advance(slice.first()); doc <= slice.last(); doc = postings.nextDoc()) {
                if (isLive(slice.text(doc))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The words of this customer's texts that begin so, as {@link IndexedText#words} gives them. */
    SortedSet<String> words(String beginning) throws IOException {
        return facts.words().beginning(beginning, slices);
    }

    String id(int text) throws IOException {
        for (TextSlice slice : slices) {
            if (slice.has(text)) {
                BinaryDocValues ids = DocValues.getBinary(slice.reader(), IndexedText.ID);
                if (ids.advanceExact(slice.doc(text))) {
                    return ids.binaryValue().utf8ToString();
                }
            }
        }
        throw new IOException("The index has lost the id of a text");
    }
}
