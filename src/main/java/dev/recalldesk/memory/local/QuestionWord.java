package dev.recalldesk.memory.local;

import java.util.List;
import org.apache.lucene.index.Term;

/**
 * One thing a question asks for, and the ways a text may have it; the best way counts.
 *
 * @param weight how much this word matters in the question, 1 for an ordinary word
 * @param exact whether it is a number or an id, which is meant to the letter
 */
record QuestionWord(List<Variant> variants, double weight, boolean exact) {
    /**
     * @param term what to find in the index
     * @param factor how good it is to find the word in this way, 1 for the word itself
     */
    record Variant(Term term, double factor) {}

    QuestionWord {
        variants = List.copyOf(variants);
    }
}
