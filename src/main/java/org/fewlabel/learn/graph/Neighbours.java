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

    /** @return only so many neighbours of each row, the nearest; the same if there are no more */
    Neighbours first(final int wanted) {
        if (wanted >= k) {
            return this;
        }
        final var someIndex = new int[rows * wanted];
        final var someDistance = new float[someIndex.length];
        for (var i = 0; i < rows; i++) {
            System.arraycopy(index, i * k, someIndex, i * wanted, wanted);
            System.arraycopy(squaredDistance, i * k, someDistance, i * wanted, wanted);
        }
        return new Neighbours(rows, wanted, someIndex, someDistance);
    }
}
