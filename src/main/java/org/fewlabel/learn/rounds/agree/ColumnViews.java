package org.fewlabel.learn.rounds.agree;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.supervised.View;

/**
 * Rows with two views, each a subset of the dimensions.
 *
 * @param rows with all dimensions, compared by their Euclidean distance
 * @param first the first view
 * @param second the second view; a dimension may be in both
 */
public record ColumnViews(DenseRows rows, View first, View second) {

    /** @throws IllegalArgumentException if a view is empty or has a dimension that does not exist */
    public ColumnViews {
        if (rows.metric().similarity() != Similarity.EUCLIDEAN) {
            throw new IllegalArgumentException("Rows of two views must be compared by their Euclidean distance.");
        }
        if (!Stream.of(first, second).allMatch(view -> view.fits(rows.columns(), rows.words().columns()))) {
            throw new IllegalArgumentException("A view needs dimensions, and only such as the rows have.");
        }
    }

    /** Views without words. */
    public ColumnViews(final DenseRows rows, final int[] first, final int[] second) {
        this(rows, new View(first), new View(second));
    }

    /** @return both views in order */
    List<View> both() {
        return List.of(first, second);
    }

    /**
     * @param first the dimensions of the first view
     * @param second the dimensions of the second view, of the same rows
     * @return rows with both views, the dimensions of the first before those of the second
     * @throws IllegalArgumentException if they differ in their number of rows, or one has no dimension
     */
    public static ColumnViews of(final DenseRows first, final DenseRows second) {
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
        return new ColumnViews(new DenseRows(first.rows(), columns, values),
            IntStream.range(0, first.columns()).toArray(),
            IntStream.range(first.columns(), columns).toArray());
    }
}
