package org.fewlabel.learn.graph;

/**
 * The nearest rows of rows.
 *
 * @param rows the number of rows whose neighbours these are
 * @param k how many neighbours a row has at most
 * @param index row by row, {@code rows * k} row indices, the nearest first, of equally near ones that with the smaller
 *            index; -1 from where on a row has no more
 * @param squaredDistance of each neighbour; positive infinity where there is none
 */
public record Neighbours(int rows, int k, int[] index, float[] squaredDistance) {

    /** @throws IllegalArgumentException if an array does not have {@code rows * k} entries */
    public Neighbours {
        if (rows < 0 || k < 0 || index.length != (long)rows * k || squaredDistance.length != index.length) {
            throw new IllegalArgumentException(k + " neighbours of " + rows + " rows are not " + index.length + ".");
        }
    }
}
