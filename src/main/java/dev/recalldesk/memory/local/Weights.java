package dev.recalldesk.memory.local;

/**
 * How much each sign of relevance counts in {@link Ranking}, against 1 for the words themselves. Set by hand and checked
 * on labelled support notes and on dialogue: changing any of them by a quarter moves the measures by a point or less.
 *
 * @param meaning how near the text is to the question in meaning
 * @param notes what stands around a text that was written as a note, which is whole by itself
 * @param talk the same for a turn of a long conversation, which means little without the turns around it
 * @param doubt what a summary's own words lose when no observation of its conversation meets the question: then the word
 *     was only mentioned there
 * @param time it occurred in a time the question names
 * @param newest it is newer (or older) than other texts that meet the question, when the last (or first) is asked for
 * @param length a text with some length says more than a bare yes
 */
record Weights(double meaning, Around notes, Around talk, double doubt, double time, double newest, double length) {
    /**
     * The weights of what stands around a text.
     *
     * @param neighbour the observation before or after in the same conversation meets the question: an answer often stands
     *     beside the words that were asked for
     * @param second the one before that, or the one after
     * @param conversation the best text of the same conversation meets it
     * @param summary the conversation's summary meets it (for a summary: an observation of its conversation)
     * @param newer it is newer than other texts that meet the question
     * @param newerNow the same when the question is about what holds now: of two versions the newer is likelier valid
     */
    record Around(double neighbour, double second, double conversation, double summary, double newer, double newerNow) {
        private Around towards(Around other, double share) {
            return new Around(
                    between(neighbour, other.neighbour, share),
                    between(second, other.second, share),
                    between(conversation, other.conversation, share),
                    between(summary, other.summary, share),
                    between(newer, other.newer, share),
                    between(newerNow, other.newerNow, share));
        }

        private static double between(double from, double to, double share) {
            return from + (to - from) * share;
        }
    }

    static final Weights DEFAULT = new Weights(
            0.8, new Around(0.3, 0, 0.1, 0.25, 0.4, 1.2), new Around(0.5, 0.3, 0.15, 0.4, 0, 0), 0.3, 1, 0.6, 0.1);

    /** @param talk 0 for a note to 1 for a turn of a long conversation */
    Around around(double talk) {
        return notes.towards(this.talk, talk);
    }
}
