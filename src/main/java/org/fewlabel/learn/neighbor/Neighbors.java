package org.fewlabel.learn.neighbor;

/**
 * The nearest rows of rows.
 *
 * @param rows the number of rows whose neighbors these are
 * @param k how many neighbors a row has at most
 * @param index row by row, {@code rows * k} row indices, the nearest first, of equally near ones that with the smaller
 *            index; -1 from where on a row has no more
 * @param squaredDistance of each neighbor; positive infinity where there is none
 * @param recall the share of the true neighbors that these have; 1 if all, else measured with some rows
 * @param outcome how they were found
 */
public record Neighbors(int rows, int k, int[] index, float[] squaredDistance, double recall,
    SearchOutcome outcome) {

    /** @throws IllegalArgumentException if an array does not have {@code rows * k} entries */
    public Neighbors {
        if (rows < 0 || k < 0 || index.length != (long)rows * k || squaredDistance.length != index.length) {
            throw new IllegalArgumentException(k + " neighbors of " + rows + " rows are not " + index.length + ".");
        }
    }

    /** All that there are. */
    public Neighbors(final int rows, final int k, final int[] index, final float[] squaredDistance) {
        this(rows, k, index, squaredDistance, 1, SearchOutcome.EXACT);
    }

    /** @return the same, with that recall */
    Neighbors found(final double share) {
        return new Neighbors(rows, k, index, squaredDistance, share, outcome);
    }

    /** @return the same, found so */
    Neighbors with(final SearchOutcome other) {
        return new Neighbors(rows, k, index, squaredDistance, recall, other);
    }

    /** @return only so many neighbors of each row, the nearest; the same if there are no more */
    public Neighbors first(final int wanted) {
        if (wanted >= k) {
            return this;
        }
        final var someIndex = new int[rows * wanted];
        final var someDistance = new float[someIndex.length];
        for (var i = 0; i < rows; i++) {
            System.arraycopy(index, i * k, someIndex, i * wanted, wanted);
            System.arraycopy(squaredDistance, i * k, someDistance, i * wanted, wanted);
        }
        return new Neighbors(rows, wanted, someIndex, someDistance, recall, outcome);
    }
}
