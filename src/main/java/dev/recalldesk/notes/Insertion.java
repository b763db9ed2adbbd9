package dev.recalldesk.notes;

/**
 * Words put on a line of their own.
 *
 * @param text with the words in it
 * @param caret behind the words, where the agent goes on
 */
record Insertion(String text, int caret) {
    /** @param caret where in the text they go; beyond its ends counts as at them */
    static Insertion of(String text, int caret, String words) {
        int at = Math.clamp(caret, 0, text.length());
        String before = text.substring(0, at);
        String after = text.substring(at);
        String start = before.isEmpty() || before.endsWith("\n") ? before : before + "\n";
        return new Insertion(
                start + words + (after.startsWith("\n") ? after : "\n" + after), start.length() + words.length() + 1);
    }
}
