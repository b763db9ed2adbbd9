package dev.recalldesk.memory.local;

/**
 * How each text of a customer meets a question by itself, 0 to 1.
 *
 * @param words by its words; 1 only for a text that has all of them as they were asked
 * @param whole by words and meaning together
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Evidence(double[] words, double[] whole) {
    /** Below this the texts of the model have nothing to do with each other, as measured. */
    private static final double UNRELATED = 0.1;

    /** Hardly any answer comes nearer to its question than this. */
    private static final double SAME = 0.75;

    /**
     * The weighted mean of both.
     *
     * @param cosines -1 to 1; NaN for a text without a vector, which its words then decide alone
     * @param weight how much meaning counts against 1 for words
     */
    static Evidence of(double[] words, double[] cosines, double weight) {
        double[] whole = new double[words.length];
        for (int text = 0; text < whole.length; text++) {
            double near = Math.clamp((cosines[text] - UNRELATED) / (SAME - UNRELATED), 0, 1);
            whole[text] = Double.isNaN(near) ? words[text] : (words[text] + weight * near) / (1 + weight);
        }
        return new Evidence(words, whole);
    }
}
