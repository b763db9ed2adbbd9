package dev.recalldesk.memory.local;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * One remembered text on its way into the index.
 *
 * @param written grows with every text of its kind, for texts of one moment
 * @param conversations the conversations it belongs to, possibly none
 * @param vector where it points to in meaning; {@code null} until that is known
 */
record IndexedText(
        String id,
        String storeId,
        String profileId,
        boolean summary,
        String content,
        long occurredAt,
        long written,
        List<String> conversations,
        @Nullable BytesRef vector) {
    static final String ID = "id";
    static final String STORE = "store";
    static final String PROFILE = "profile";
    static final String KIND = "kind";
    static final String OCCURRED = "occurred";
    static final String WRITTEN = "written";
    static final String CONVERSATION = "conversation";
    static final String VECTOR = "vector";
    /** Stemmed words. */
    static final String TEXT = "text";
    /** Words as written: whole, in their parts, and with the marks inside taken out. */
    static final String WORD = "word";
    /** Those of them that begin with a letter, by text: where slips of the finger are looked for. */
    static final String LETTERS = "letters";
    /** Beginnings and ends of long numbers, which people quote in part. */
    static final String FRAGMENT = "fragment";

    /** Never gives back what it took, because that would need a deeper stack for every mark in a word. */
    static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]++(?:[-/._#'][\\p{L}\\p{N}]++)*+");

    private static final Pattern PARTS = Pattern.compile("\\p{L}+|\\p{N}+");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{N}{4,40}");
    private static final Pattern INNER_MARKS = Pattern.compile("[-/._#']");
    private static final int LEAST_FRAGMENT = 3;
    private static final FieldType COUNTED = new FieldType();

    static {
        COUNTED.setTokenized(true);
        COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        COUNTED.freeze();
    }

    Document document() {
        Document document = new Document();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(id)));
        document.add(new StringField(STORE, storeId, Field.Store.NO));
        document.add(new StringField(PROFILE, profileId, Field.Store.NO));
        document.add(new SortedDocValuesField(PROFILE, new BytesRef(profileId)));
        document.add(new NumericDocValuesField(KIND, summary ? 1 : 0));
        document.add(new NumericDocValuesField(OCCURRED, occurredAt));
        document.add(new NumericDocValuesField(WRITTEN, written));
        conversations.stream()
                .distinct()
                .forEach(each -> document.add(new SortedSetDocValuesField(CONVERSATION, new BytesRef(each))));
        if (vector != null) {
            document.add(new BinaryDocValuesField(VECTOR, vector));
        }
        document.add(new Field(TEXT, content, COUNTED));
        words(content).forEach(word -> {
            document.add(new StringField(WORD, word, Field.Store.NO));
            if (Character.isLetter(word.codePointAt(0))) {
                document.add(new SortedSetDocValuesField(LETTERS, new BytesRef(word)));
            }
        });
        fragments(content).forEach(part -> document.add(new StringField(FRAGMENT, part, Field.Store.NO)));
        return document;
    }

    /** The words of a text in lower case: {@code HP-20418} gives {@code hp-20418}, {@code hp20418}, {@code hp}, {@code 20418}. */
    static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        WORDS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(word -> {
                    words.add(cut(word));
                    words.add(cut(INNER_MARKS.matcher(word).replaceAll("")));
                    PARTS.matcher(word).results().map(MatchResult::group).forEach(part -> words.add(cut(part)));
                });
        return words;
    }

    static String cut(String word) {
        return word.length() <= 100 ? word : word.substring(0, 100);
    }

    private static Set<String> fragments(String text) {
        Set<String> fragments = new LinkedHashSet<>();
        LONG_NUMBER.matcher(text).results().map(MatchResult::group).forEach(number -> {
            for (int length = LEAST_FRAGMENT; length < number.length(); length++) {
                fragments.add(number.substring(0, length));
                fragments.add(number.substring(number.length() - length));
            }
        });
        return fragments;
    }
}
