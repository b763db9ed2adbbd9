package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;

/**
 * The phrases a question has in quotation marks. They are found as they stand, in any case and with any white space. What
 * has all of them comes first; when nothing else is asked for, it is all there is.
 */
final class Quoted {
    private static final Pattern QUOTED = Pattern.compile(
            "[\"\u201c\u201d\u201e\u00ab\u00bb]([^\"\u201c\u201d\u201e\u00ab\u00bb]+)[\"\u201c\u201d\u201e\u00ab\u00bb]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private final List<String> phrases = new ArrayList<>();
    private final boolean alone;

    Quoted(String question) {
        QUOTED.matcher(question).results().map(found -> plain(found.group(1))).forEach(phrase -> {
            if (IndexedText.WORDS.matcher(phrase).find()) {
                phrases.add(phrase);
            }
        });
        alone = !IndexedText.WORDS
                .matcher(QUOTED.matcher(question).replaceAll(" "))
                .find();
    }

    /** Whether the question is nothing but quoted phrases. */
    boolean isAll() {
        return alone && !phrases.isEmpty();
    }

    /**
     * The texts that have every phrase.
     *
     * @param contents by id, what a text says; asked only for texts that have all the words
     */
    BitSet holders(ProfileTexts texts, UnaryOperator<String> contents) throws IOException {
        BitSet holders = phrases.isEmpty() ? new BitSet() : withAllWords(texts);
        for (int text = holders.nextSetBit(0); text >= 0; text = holders.nextSetBit(text + 1)) {
            if (!holds(plain(contents.apply(texts.id(text))))) {
                holders.clear(text);
            }
        }
        return holders;
    }

    private BitSet withAllWords(ProfileTexts texts) throws IOException {
        BitSet having = new BitSet(texts.size());
        having.set(0, texts.size());
        for (String phrase : phrases) {
            for (String word : IndexedText.WORDS
                    .matcher(phrase)
                    .results()
                    .map(MatchResult::group)
                    .toList()) {
                BitSet with = new BitSet(texts.size());
                texts.each(new Term(IndexedText.WORD, IndexedText.cut(word)), (text, times) -> with.set(text));
                having.and(with);
            }
        }
        return having;
    }

    private boolean holds(String content) {
        return phrases.stream().allMatch(phrase -> holds(content, phrase));
    }

    /** The phrase as whole words: a quoted "plan" is not in "planned". */
    private static boolean holds(String content, String phrase) {
        for (int at = content.indexOf(phrase); at >= 0; at = content.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean begins = at == 0 || !joined(content.codePointBefore(at), phrase.codePointAt(0));
            boolean ends = end == content.length()
                    || !joined(phrase.codePointBefore(phrase.length()), content.codePointAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean joined(int one, int other) {
        return Character.isLetterOrDigit(one) && Character.isLetterOrDigit(other);
    }

    private static String plain(String text) {
        return SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
