package org.fewlabel.learn.neighbor;

/**
 * The result of a k-nearest-neighbor search.
 *
 * @param rows the number of queries
 * @param k the maximum number of neighbors per row
 * @param index {@code rows * k} row indices, row by row, the nearest first, ties by the smaller index; -1 where a row
 *            has no more
 * @param squaredDistance the squared distance of each neighbor; positive infinity where there is none
 * @param recall recall@k, the share of the true neighbors; 1 if exact, otherwise measured on sampled rows
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

    /** The result of an exact search. */
    public Neighbors(final int rows, final int k, final int[] index, final float[] squaredDistance) {
        this(rows, k, index, squaredDistance, 1, SearchOutcome.EXACT);
    }

    /** @return the same neighbors with this recall */
    Neighbors withRecall(final double value) {
        return new Neighbors(rows, k, index, squaredDistance, value, outcome);
    }

    /** @return the same, found so */
    Neighbors with(final SearchOutcome other) {
        return new Neighbors(rows, k, index, squaredDistance, recall, other);
    }

    /** @return only the {@code wanted} nearest neighbors of each row; this object if there are no more */
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
