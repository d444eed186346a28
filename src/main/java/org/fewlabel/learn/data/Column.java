package org.fewlabel.learn.data;

/** A feature: one value per row. */
public sealed interface Column permits NumberColumn, NominalColumn, BitColumn, VectorColumn, TextColumn {

    /** @return the column name */
    String name();

    /** @return the number of rows */
    int size();

    /**
     * @param rows the indices of the selected rows, in order; duplicates are allowed
     * @return a copy of these rows
     */
    Column select(int[] rows);
}
