package dev.recalldesk.memory;

/**
 * How identifiers of one type are written, compared and kept; after the Memory API's identity resolution settings.
 *
 * @param idType 2 to 30 letters, digits, {@code _} or {@code -}
 * @param matching how a value that is searched for is compared with those that are kept
 * @param threshold how alike two values must be to match, 50 to 99 percent; only where matching is {@link Matching#FUZZY}
 * @param limit how many values of the type a customer keeps, 1 to 100
 * @param limitPolicy which value goes when there are more, and when one is to be removed and nobody says which
 * @param unique whether a value belongs to one customer: writing it to a second one makes the two one. Otherwise a value may
 *     have several customers, and it takes two such values to say that they are the same
 * @param normalization how a value is rewritten before it is kept or searched for
 */
public record IdentifierConfig(
        String idType,
        Matching matching,
        int threshold,
        int limit,
        LimitPolicy limitPolicy,
        boolean unique,
        Normalization normalization) {
    public static final int DEFAULT_THRESHOLD = 75;
    public static final int MAX_LIMIT = 100;

    /** When two values are taken for one. */
    public enum Matching {
        /** When they are the same. */
        EXACT,
        /**
         * When they are alike by Levenshtein's distance: one less the number of characters to be put in, taken out or
         * replaced to turn one into the other, divided by the length of the longer, reaches the threshold.
         */
        FUZZY
    }

    /** Which value goes. */
    public enum LimitPolicy {
        /** The oldest. */
        FIFO,
        /** The newest, which may be the one just written. */
        LIFO
    }

    /** How a value is rewritten. */
    public enum Normalization {
        /** To E.164; what cannot be a phone number is no identifier. */
        PHONE,
        /** To lower case and without spaces. */
        EMAIL,
        /** Without spaces around it. */
        TRIM,
        /** Not at all. */
        NONE
    }

    /** What holds for a type nobody decided anything about. */
    public static IdentifierConfig of(String idType, Normalization normalization) {
        return new IdentifierConfig(
                idType, Matching.EXACT, DEFAULT_THRESHOLD, MAX_LIMIT, LimitPolicy.FIFO, true, normalization);
    }

    /** The same, and several customers may have one value. */
    public IdentifierConfig shared() {
        return new IdentifierConfig(idType, matching, threshold, limit, limitPolicy, false, normalization);
    }
}
