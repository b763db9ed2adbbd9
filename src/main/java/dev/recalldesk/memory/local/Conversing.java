package dev.recalldesk.memory.local;

/**
 * Whether a text is a note, whole by itself, or one turn of a conversation. Nothing in a memory says so; how much was
 * written down of one conversation does. Confined to one search.
 */
final class Conversing {
    /** At most so many observations are notes about a conversation. */
    private static final int NOTES = 4;

    /** From so many on they are the conversation itself. */
    private static final int TURNS = 16;

    private final ProfileTexts texts;
    private final int[] observed;

    Conversing(ProfileTexts texts) {
        this.texts = texts;
        this.observed = new int[texts.conversationCount()];
        for (int text = 0; text < texts.size(); text++) {
            if (texts.isLive(text) && !texts.isSummary(text)) {
                for (int conversation : texts.conversations(text)) {
                    observed[conversation]++;
                }
            }
        }
    }

    /** 0 for a note to 1 for a turn of a long conversation; a summary is taken as its conversation is. */
    double talk(int text) {
        return Math.clamp((most(text) - NOTES) / (double) (TURNS - NOTES), 0, 1);
    }

    boolean isNote(int text) {
        return most(text) <= NOTES;
    }

    /** Whether any observation is there of a conversation this text belongs to. */
    boolean isObserved(int text) {
        return most(text) > 0;
    }

    private int most(int text) {
        int most = 0;
        for (int conversation : texts.conversations(text)) {
            most = Math.max(most, observed[conversation]);
        }
        return most;
    }
}
