package org.fewlabel.learn.neighbor;

/**
 * A fast prefilter: rough distances from queries to panels of candidates with a guaranteed error bound. Candidates that
 * may be near enough are then compared exactly, so the result does not depend on the screen.
 */
interface Screen {

    /** @return the best number of queries per block */
    int queries();

    /** @return the number of panels of candidates */
    int panels();

    /**
     * @return the index of the first candidate of a panel; for the number of panels, the number of candidates
     */
    int first(int panel);

    /**
     * @return a scratch buffer for one thread and the queries {@code from} to {@code to - 1}, at most
     *         {@link #queries()}
     */
    Block block(int from, int to);

    /** The error bound of rough distances. */
    @FunctionalInterface
    interface Bound {

        /**
         * @param rough the rough distance of a query (from 0) to the furthest of some candidates
         * @return an upper bound of the rough distance of every candidate that is exactly as near as one of them or
         *         nearer
         */
        float bound(int query, float rough);
    }

    /** A block of queries and the panel with which it is compared. */
    interface Block extends Bound, AutoCloseable {

        /** Computes the rough distances from all queries of the block to the candidates of a panel. */
        void compute(int panel);

        /**
         * @return the rough distances of a query (from 0) to the candidates of the last computed panel, NaN or infinite
         *         where they cannot be compared; valid until the next call
         */
        float[] rough(int query);

        /** Releases the scratch buffer. */
        @Override
        void close();
    }
}
