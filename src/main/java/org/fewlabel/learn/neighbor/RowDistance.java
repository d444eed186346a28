package org.fewlabel.learn.neighbor;

/** The exact distance of two rows in double precision, which decides the neighbors. */
interface RowDistance {

    /**
     * @param query the index of a row among the queries
     * @param candidate the index of a row among the candidates
     * @return the squared distance; positive infinity if they cannot be compared
     */
    double squared(int query, int candidate);
}
