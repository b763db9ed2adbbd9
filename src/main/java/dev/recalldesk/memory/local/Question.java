package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;

/** Reads the words of a question. What means something to a query parser means nothing here. */
final class Question {
    /** Words that ask but are not asked for. */
    private static final Set<String> ASKING = Set.of(
            "what",
            "when",
            "where",
            "who",
            "whom",
            "whose",
            "which",
            "why",
            "how",
            "did",
            "do",
            "does",
            "done",
            "has",
            "have",
            "had",
            "can",
            "could",
            "would",
            "should",
            "shall",
            "am",
            "were",
            "been",
            "being",
            "he",
            "she",
            "him",
            "her",
            "his",
            "hers",
            "its",
            "them",
            "our",
            "us",
            "we",
            "you",
            "your",
            "i",
            "me",
            "my",
            "from",
            "about",
            "any",
            "so",
            "than",
            "too",
            "very",
            "just",
            "also",
            "ever",
            "customer",
            "caller",
            "client");

    private static final Pattern FRAGMENT = Pattern.compile("\\p{N}{3,39}");
    private static final double FRAGMENT_FACTOR = 0.9;
    /** Who asks for an id means this one and no other, so it counts more than the words around it. */
    private static final double ID_WEIGHT = 3;

    private static final int LEAST_ID = 3;
    private static final double TYPO_FACTOR = 0.6;
    private static final int LEAST_TYPO = 4;
    private static final int TWO_TYPOS = 8;
    private static final int MOST_VARIANTS = 20;

    private final WordForms forms;

    Question(WordForms forms) {
        this.forms = forms;
    }

    List<QuestionWord> words(String question, NamedTime time, ProfileTexts texts) throws IOException {
        List<QuestionWord> words = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (WordForms.Form form : forms.of(question)) {
            if (!ASKING.contains(form.word().toLowerCase(Locale.ROOT)) && seen.add(form.stem())) {
                words.add(new QuestionWord(variants(form, texts), time.weight(form.word()), false));
            }
        }
        IndexedText.WORDS
                .matcher(question.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(word -> {
                    if (word.chars().anyMatch(Character::isDigit) && seen.add("#" + word)) {
                        words.add(new QuestionWord(exact(word), weight(word, time), true));
                    }
                });
        return words;
    }

    private static double weight(String word, NamedTime time) {
        double asTime = time.weight(word);
        return asTime < 1 || word.length() < LEAST_ID ? asTime : ID_WEIGHT;
    }

    private static List<QuestionWord.Variant> exact(String word) {
        List<QuestionWord.Variant> variants = new ArrayList<>();
        variants.add(new QuestionWord.Variant(new Term(IndexedText.WORD, word), 1));
        String bare = word.replaceAll("[-/._#']", "");
        if (!bare.equals(word)) {
            variants.add(new QuestionWord.Variant(new Term(IndexedText.WORD, bare), 1));
        }
        if (FRAGMENT.matcher(bare).matches()) {
            variants.add(new QuestionWord.Variant(new Term(IndexedText.FRAGMENT, bare), FRAGMENT_FACTOR));
        }
        return variants;
    }

    private static List<QuestionWord.Variant> variants(WordForms.Form form, ProfileTexts texts) throws IOException {
        Term stem = new Term(IndexedText.TEXT, form.stem());
        List<QuestionWord.Variant> variants = new ArrayList<>();
        variants.add(new QuestionWord.Variant(stem, 1));
        String word = form.word().toLowerCase(Locale.ROOT);
        if (word.length() >= LEAST_TYPO && word.chars().allMatch(Character::isLetter) && !texts.have(stem)) {
            nearby(word, texts).forEach(near -> variants.add(new QuestionWord.Variant(near, TYPO_FACTOR)));
        }
        return variants;
    }

    /** The customer's words that differ by a slip of the finger; asked only when the word itself is nowhere. */
    private static Set<Term> nearby(String word, ProfileTexts texts) throws IOException {
        Set<Term> near = new LinkedHashSet<>();
        int edits = word.length() >= TWO_TYPOS ? 2 : 1;
        for (String other : texts.words(word.substring(0, word.offsetByCodePoints(0, 1)))) {
            if (near.size() < MOST_VARIANTS && Slips.atMost(edits, word, other)) {
                near.add(new Term(IndexedText.WORD, other));
            }
        }
        return near;
    }
}
