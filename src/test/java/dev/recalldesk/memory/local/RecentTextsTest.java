package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a customer is what is in the index. */
class RecentTextsTest {
    @TempDir
    Path folder;

    private final Analyzer analyzer = new NoteAnalyzer();
    private final RecentTexts recent = new RecentTexts();
    private TextIndex index;
    private IndexSearcher searcher;

    @BeforeEach
    void open() throws IOException {
        index = TextIndex.create(folder, analyzer);
        for (int i = 0; i < 5; i++) {
            add("a" + i, "ada", "Mooring number " + i + " rented.");
            add("b" + i, "bob", "Bought rope.");
        }
        refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.searchers().release(searcher);
        index.close();
        analyzer.close();
    }

    private void add(String id, String profile, String content) throws IOException {
        index.add(new IndexedText(
                id,
                "store",
                profile,
                false,
                content,
                100 - content.length(),
                id.hashCode(),
                List.of("talk " + content.length()),
                new BytesRef(new byte[] {1, (byte) content.length()})));
    }

    private void refresh() throws IOException {
        IndexSearcher old = searcher;
        index.refresh();
        searcher = index.searchers().acquire();
        if (old != null) {
            index.searchers().release(old);
        }
    }

    private ProfileTexts texts(String profile) throws IOException {
        return recent.of(searcher, profile);
    }

    private static List<String> ids(ProfileTexts texts) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int text : texts.byTime()) {
            ids.add(texts.id(text));
        }
        return ids;
    }

    /** Everything a question may ask of them, read anew and as it is kept. */
    private void assertAsInTheIndex(String profile) throws IOException {
        ProfileTexts kept = texts(profile);
        ProfileTexts read = ProfileTexts.of(searcher, profile);
        assertThat(ids(kept)).isEqualTo(ids(read));
        assertThat(kept.liveCount()).isEqualTo(read.liveCount());
        assertThat(kept.meanLength()).isEqualTo(read.meanLength());
        assertThat(kept.words("m")).isEqualTo(read.words("m"));
        assertThat(Vectors.cosines(kept, new byte[] {3, 4})).isEqualTo(Vectors.cosines(read, new byte[] {3, 4}));
        Term term = new Term(IndexedText.TEXT, "moor");
        assertThat(kept.have(term)).isEqualTo(read.have(term));
        IntStream.range(0, kept.size())
                .forEach(text -> assertThat(kept.conversations(text)).isEqualTo(read.conversations(text)));
    }

    @Test
    void areReadOnce() throws IOException {
        ProfileTexts first = texts("ada");
        assertThat(texts("ada")).isSameAs(first);
        assertThat(texts("bob")).isNotSameAs(first);
        assertThat(ids(first)).hasSize(5);
        assertThat(ids(texts("nobody"))).isEmpty();
    }

    @Test
    void whatIsWrittenIsThereAtOnce() throws IOException {
        assertAsInTheIndex("ada");
        add("a9", "ada", "Mooring nine as well.");
        refresh();
        assertThat(ids(texts("ada"))).hasSize(6).contains("a9");
        assertAsInTheIndex("ada");
    }

    @Test
    void whatIsForgottenIsGoneAtOnce() throws IOException {
        assertAsInTheIndex("ada");
        index.remove(IndexedText.ID, "a3");
        refresh();
        assertThat(ids(texts("ada"))).hasSize(4).doesNotContain("a3");
        assertAsInTheIndex("ada");
        index.remove(IndexedText.PROFILE, "ada");
        refresh();
        assertThat(ids(texts("ada"))).isEmpty();
        assertThat(texts("ada").words("m")).isEmpty();
    }

    @Test
    void whatIsWrittenAboutAnotherLeavesThemUsable() throws IOException {
        ProfileTexts before = texts("ada");
        double[] cosines = Vectors.cosines(before, new byte[] {3, 4});
        add("b9", "bob", "Mooring for Bob.");
        refresh();
        assertThat(ids(texts("ada"))).isEqualTo(ids(before));
        assertThat(Vectors.cosines(texts("ada"), new byte[] {3, 4})).isEqualTo(cosines);
        assertAsInTheIndex("ada");
        assertAsInTheIndex("bob");
    }
}
