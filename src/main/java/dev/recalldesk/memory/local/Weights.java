package dev.recalldesk.memory.local;

/**
 * How much each sign of relevance counts in {@link Ranking}, against 1 for the words themselves. Set by hand and checked
 * on labelled support notes and on dialogue; fitted weights did hardly better than hand-set ones.
 *
 * @param meaning how near the text is to the question in meaning
 * @param neighbour the observation before or after in the same conversation meets the question: an answer often stands
 *     beside the words that were asked for
 * @param conversation the best text of the same conversation meets it
 * @param summary the conversation's summary meets it (for a summary: an observation of its conversation)
 * @param doubt what a summary's own words lose when no observation of its conversation meets the question: then the word
 *     was only mentioned there
 * @param time it occurred in a time the question names
 * @param newest it is newer than other texts that meet the question, when the question asks for the last
 * @param tilt the same when it does not: between two versions of one fact the newer is likelier the valid one
 * @param length a text with some length says more than a bare yes
 */
record Weights(
        double meaning,
        double neighbour,
        double conversation,
        double summary,
        double doubt,
        double time,
        double newest,
        double tilt,
        double length) {
    static final Weights DEFAULT = new Weights(1, 0.25, 0.15, 0.15, 0.3, 1, 0.5, 0.25, 0.1);
}
