package org.fewlabel.learn.neighbor;

/**
 * Rough distances from rows to panels of other rows: fast, and never further off than it says. The candidates that
 * might be near enough by them are then compared exactly, so what is found does not depend on the screen.
 */
interface Screen {

    /** @return how many queries are best treated together */
    int queries();

    /** @return how many panels the candidates are cut into */
    int panels();

    /**
     * @return the index of the first candidate of that panel; for the number of panels: how many candidates there are
     */
    int first(int panel);

    /** @return a workplace for one thread and the queries {@code from} to {@code to - 1}, at most {@link #queries()} */
    Block block(int from, int to);

    /** How far rough distances may be off. */
    @FunctionalInterface
    interface Bound {

        /**
         * @param rough the rough distance of a query (from 0) to the furthest of some candidates
         * @return a rough distance that no candidate exceeds which is exactly as near as one of them, or nearer
         */
        float bound(int query, float rough);
    }

    /** Some queries and the panel that they meet. */
    interface Block extends Bound, AutoCloseable {

        /** Makes the rough distances from all queries of the block to the candidates of the panel. */
        void meet(int panel);

        /**
         * @return the rough distances of a query (from 0) to the candidates of the panel met last, NaN or infinite to
         *         those that it cannot be compared with; valid until the next call
         */
        float[] rough(int query);

        /** Ends the use of this workplace. */
        @Override
        void close();
    }
}
