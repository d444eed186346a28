package org.fewlabel.learn.data;

/** One feature of all rows. */
public sealed interface Column permits NumberColumn, NominalColumn, BitColumn, VectorColumn, TextColumn {

    /** @return the name that the user knows it by */
    String name();

    /** @return the number of rows */
    int size();

    /**
     * @param rows the indices of the rows wanted, in the order wanted; one may come twice
     * @return a copy of those rows
     */
    Column select(int[] rows);
}
