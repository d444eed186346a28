package org.fewlabel.learn.neighbor;

/** How far a row is from another, in double precision: what decides which rows are neighbors. */
interface RowDistance {

    /**
     * @param query the index of a row among the queries
     * @param candidate the index of a row among the candidates
     * @return the squared distance; positive infinity if they cannot be compared
     */
    double squared(int query, int candidate);
}
