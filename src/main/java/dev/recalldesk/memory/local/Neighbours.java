package dev.recalldesk.memory.local;

import java.util.Arrays;

/**
 * How well the observations around each one, in whichever conversation, meet a question.
 *
 * @param nearest by text, the better of the one before and the one after
 * @param following by text, the better of the one before that and the one after that
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Neighbours(double[] nearest, double[] following) {
    static Neighbours of(ProfileTexts texts, double[] met) {
        Neighbours found = new Neighbours(new double[met.length], new double[met.length]);
        int[] last = new int[texts.conversationCount()];
        int[] beforeLast = new int[texts.conversationCount()];
        Arrays.fill(last, -1);
        Arrays.fill(beforeLast, -1);
        for (int text : texts.byTime()) {
            if (texts.isSummary(text)) {
                continue;
            }
            for (int conversation : texts.conversations(text)) {
                meet(found.nearest, met, text, last[conversation]);
                meet(found.following, met, text, beforeLast[conversation]);
                beforeLast[conversation] = last[conversation];
                last[conversation] = text;
            }
        }
        return found;
    }

    private static void meet(double[] found, double[] met, int text, int before) {
        if (before >= 0) {
            found[text] = Math.max(found[text], met[before]);
            found[before] = Math.max(found[before], met[text]);
        }
    }
}
