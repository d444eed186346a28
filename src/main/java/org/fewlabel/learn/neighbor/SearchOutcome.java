package org.fewlabel.learn.neighbor;

/**
 * How the nearest rows were found.
 *
 * @param kind how, and why so
 * @param problem why the native library cannot be used, for the user; empty unless that is why
 */
public record SearchOutcome(Kind kind, String problem) {

    /** How neighbors were found. */
    public enum Kind {

        /** Among all pairs of rows, as the user wants or because it does not take long. */
        EXACT,

        /** Among the rows of near groups. */
        APPROXIMATE,

        /**
         * Among all pairs of rows, because the approximate search does not know their similarity or cells are missing.
         */
        UNSUITABLE_ROWS,

        /** Among all pairs of rows, because the approximate search needs the native library. */
        NO_LIBRARY,

        /** Among all pairs of rows, because the rows form no groups. */
        NO_GROUPS
    }

    /** The usual outcome. */
    public static final SearchOutcome EXACT = new SearchOutcome(Kind.EXACT, "");

    static SearchOutcome of(final Kind kind) {
        return new SearchOutcome(kind, "");
    }
}
