package dev.recalldesk.recall;

import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.Recall.Reason;
import dev.recalldesk.ui.Text;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says in one sentence what spoke for a thing recalled; only what the memory said, nothing guessed. Pure functions. */
final class WhyShown {
    private static final int MOST_WORDS = 4;
    private static final int MOST_OF_QUESTION = 60;

    private WhyShown() {}

    /**
     * The sentence, empty where nothing was ranked.
     *
     * @param question what was asked; empty when it was inferred from the call
     */
    static String sentence(Recall.Hit<?> hit, String question) {
        if (hit.score().isEmpty()) {
            return "";
        }
        List<String> words =
                hit.matchedWords().stream().sorted().limit(MOST_WORDS).toList();
        Set<Reason> reasons = hit.reasons();
        if (reasons.isEmpty()) {
            return words.isEmpty() ? Text.get("recall.why.untold") : Text.get("recall.why.untold.words", listed(words));
        }
        List<String> clauses = new ArrayList<>();
        if (!words.isEmpty() && (reasons.contains(Reason.EXACT) || reasons.contains(Reason.WORDS))) {
            clauses.add(
                    Text.get(reasons.contains(Reason.EXACT) ? "recall.why.exact" : "recall.why.words", listed(words)));
        }
        if (reasons.contains(Reason.MEANING)) {
            clauses.add(
                    question.isBlank()
                            ? Text.get("recall.why.meaning.call")
                            : Text.get("recall.why.meaning", shortened(question.strip())));
        }
        if (reasons.contains(Reason.CONVERSATION)) {
            clauses.add(Text.get("recall.why.conversation"));
        }
        if (reasons.contains(Reason.DATE)) {
            clauses.add(Text.get("recall.why.date"));
        }
        return clauses.isEmpty() ? Text.get("recall.why.untold") : Text.get("recall.why", listed(clauses));
    }

    private static String listed(List<String> parts) {
        return ListFormat.getInstance(Locale.ENGLISH, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(parts);
    }

    private static String shortened(String question) {
        int end = question.offsetByCodePoints(
                0, Math.min(MOST_OF_QUESTION, question.codePointCount(0, question.length())));
        return end == question.length() ? question : question.substring(0, end).stripTrailing() + "…";
    }
}
