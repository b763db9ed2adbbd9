package dev.recalldesk.memory.local;

/**
 * How each text of a customer meets a question by itself.
 *
 * @param words by its words, 0 to 1; 1 only for a text that has all of them as they were asked
 * @param cosines by its meaning, -1 to 1; NaN where that is not known
 * @param whole by both together, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Evidence(double[] words, double[] cosines, double[] whole) {
    /** Below this the texts of the model have nothing to do with each other, as measured. */
    private static final double UNRELATED = 0.1;

    /** Hardly any answer comes nearer to its question than this. */
    private static final double SAME = 0.8;

    /** From here on a likeness is more than chance: unrelated questions come as near to their best text one time in ten. */
    private static final double NOTABLE = 0.4;

    /** Where a likeness is as likely an answer as not, and how soon it becomes the one or the other. */
    private static final double EVEN = 0.45;

    private static final double SLOPE = 0.07;
    private static final double DATE = 0.5;

    /**
     * The weighted mean of both.
     *
     * @param cosines NaN for a text without a vector, which its words then decide alone
     * @param weight how much meaning counts against 1 for words
     */
    static Evidence of(double[] words, double[] cosines, double weight) {
        double[] whole = new double[words.length];
        for (int text = 0; text < whole.length; text++) {
            double near = Math.clamp((cosines[text] - UNRELATED) / (SAME - UNRELATED), 0, 1);
            whole[text] = Double.isNaN(near) ? words[text] : (words[text] + weight * near) / (1 + weight);
        }
        return new Evidence(words, cosines, whole);
    }

    /** Whether the text is near to the question in meaning, beyond chance. */
    boolean near(int text) {
        return cosines[text] >= NOTABLE;
    }

    /**
     * How certain it is that a text answers, 0 to 1, whoever's memory it lies in: by its words, by its meaning and by its
     * time, joined as signs that know nothing of each other. It is never quite 0: the best there is stays findable.
     *
     * @param inTime whether it occurred in a time the question names
     */
    double certainty(int text, boolean inTime) {
        double byWords = words[text] * words[text] * words[text];
        double byMeaning = Double.isNaN(cosines[text]) ? 0 : 1 / (1 + Math.exp((EVEN - cosines[text]) / SLOPE));
        return 1 - (1 - byWords) * (1 - byMeaning) * (inTime ? 1 - DATE : 1);
    }
}
