package dev.recalldesk.memory.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;

/** Reduces English words to their stems, as Lucene's analyser for English does, and knows {@link Shorthand} as well. */
final class NoteAnalyzer extends Analyzer {
    /** A colon joins what it names to what it says, as in "ref:varnish"; both shall be found. */
    private static final NormalizeCharMap COLONS = colons();

    private final SynonymMap shorthand = shorthand();

    @Override
    protected Reader initReader(String field, Reader text) {
        return new MappingCharFilter(COLONS, text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream bare = new LowerCaseFilter(new EnglishPossessiveFilter(words));
        TokenStream written = new FlattenGraphFilter(new SynonymGraphFilter(bare, shorthand, false));
        return new TokenStreamComponents(
                words, new PorterStemFilter(new StopFilter(written, EnglishAnalyzer.getDefaultStopSet())));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(in);
    }

    private static NormalizeCharMap colons() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        map.add(":", " ");
        return map.build();
    }

    private static SynonymMap shorthand() {
        SynonymMap.Builder map = new SynonymMap.Builder();
        Shorthand.words()
                .forEach((word, meant) ->
                        map.add(new CharsRef(word), new CharsRef(meant.replace(' ', SynonymMap.WORD_SEPARATOR)), true));
        try {
            return map.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
