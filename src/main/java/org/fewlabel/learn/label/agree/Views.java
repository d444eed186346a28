package org.fewlabel.learn.label.agree;

import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Similarity;

/**
 * Rows seen in two ways: by some dimensions, and by others. The arrays are not copied and must not be changed afterwards.
 *
 * @param rows with all dimensions, compared by their Euclidean distance
 * @param first the dimensions of the first view
 * @param second those of the second; a dimension may be in both
 */
public record Views(DenseRows rows, int[] first, int[] second) {

    /** @throws IllegalArgumentException if a view is empty or has a dimension that is not there */
    public Views {
        if (rows.metric().similarity() != Similarity.EUCLIDEAN) {
            throw new IllegalArgumentException("Rows of two views must be compared by their Euclidean distance.");
        }
        for (final var view : List.of(first, second)) {
            if (view.length == 0 || IntStream.of(view).anyMatch(d -> d < 0 || d >= rows.columns())) {
                throw new IllegalArgumentException("A view needs dimensions, and only such as the rows have.");
            }
        }
    }

    /**
     * @param first the rows in one view
     * @param second the same rows in the other
     * @return both, the dimensions of the first before those of the second
     * @throws IllegalArgumentException if they differ in their number of rows, or one has no dimension
     */
    public static Views of(final DenseRows first, final DenseRows second) {
        if (first.rows() != second.rows()) {
            throw new IllegalArgumentException(
                "The two views have " + first.rows() + " and " + second.rows() + " rows.");
        }
        final var columns = first.columns() + second.columns();
        final var values = new float[Math.multiplyExact(first.rows(), columns)];
        for (var i = 0; i < first.rows(); i++) {
            System.arraycopy(first.values(), i * first.columns(), values, i * columns, first.columns());
            System.arraycopy(second.values(), i * second.columns(), values, i * columns + first.columns(),
                second.columns());
        }
        return new Views(new DenseRows(first.rows(), columns, values), IntStream.range(0, first.columns()).toArray(),
            IntStream.range(first.columns(), columns).toArray());
    }
}
