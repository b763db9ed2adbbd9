package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Splits a text into its words with what they are reduced to. Thread-safe. */
final class WordForms {
    /**
     * @param word as it stands in the text
     * @param stem as it is kept in the index
     */
    record Form(String word, String stem) {}

    private final Analyzer analyzer;

    WordForms(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    List<Form> of(String text) throws IOException {
        List<Form> forms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(IndexedText.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                forms.add(new Form(text.substring(place.startOffset(), place.endOffset()), term.toString()));
            }
            tokens.end();
        }
        return forms;
    }
}
