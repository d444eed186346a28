package org.fewlabel.learn.neighbor;

import java.util.Optional;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.TimeLeft;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.neighbor.SearchOutcome.Kind;

/**
 * k-nearest-neighbor search, exact or approximate as the user selects; by default exact as long as that takes less than
 * about a minute on a common machine. Memory does not matter: both methods need the same, linear in the rows. The
 * choice depends on the rows only, never on a clock or on the number of threads.
 */
public final class AutomaticSearch implements NeighborSearch {

    /** How neighbors are found. */
    public enum Mode {

        /** Exact if that does not take long, otherwise approximate. */
        AUTOMATIC,

        /** All pairs of rows are compared. */
        EXACT,

        /** Rows of nearby groups are compared. */
        APPROXIMATE
    }

    /** Fixed, so that the same table gives the same graph. */
    private static final long SEED = 0;

    /**
     * The maximum number of multiplications of an exact search: one minute of two threads at 40 billion per second
     * each. It is reached by 129,000 rows of 128 dimensions or 190,000 of 50.
     */
    private static final double MAX_WORK = 2.4e12;

    /** Selecting the nearest takes as long as this number of dimensions. */
    private static final int SELECTION_DIMENSIONS = 16;

    private final Mode mode;

    private final double maxWork;

    private final ExactSearch exact = new ExactSearch();

    /** @param mode what the user selected */
    public AutomaticSearch(final Mode mode) {
        this(mode, MAX_WORK);
    }

    /** @param maxWork the maximum number of multiplications of an exact search in the automatic mode */
    AutomaticSearch(final Mode mode, final double maxWork) {
        this.mode = mode;
        this.maxWork = maxWork;
    }

    @Override
    public Neighbors within(final DenseRows rows, final int k, final Workers workers, final Progress progress) {
        final var timed = new TimeLeft(progress);
        if (mode == Mode.EXACT || rows.columns() == 0
            || mode == Mode.AUTOMATIC && work(rows.rows(), rows.columns()) <= maxWork) {
            return exact.within(rows, k, workers, timed);
        }
        final var problem = problem(rows, timed);
        if (problem.isPresent()) {
            return exact.within(rows, k, workers, timed).with(problem.get());
        }
        return new ApproximateSearch(Blas.get(timed).orElseThrow(), SEED).within(rows, k, workers, timed)
            .map(found -> found.with(SearchOutcome.of(Kind.APPROXIMATE)))
            .orElseGet(() -> exact.within(rows, k, workers, new TimeLeft(progress), "Finding the " + k
                + " nearest rows of " + rows.rows() + " among all, because they form no groups")
                .with(SearchOutcome.of(Kind.NO_GROUPS)));
    }

    /** @return whether the exact search takes less than about a minute on a common machine */
    public static boolean isShort(final int rows, final int columns) {
        return work(rows, columns) <= MAX_WORK;
    }

    private static double work(final int rows, final int columns) {
        return (double)rows * rows * (columns + SELECTION_DIMENSIONS);
    }

    private static Optional<SearchOutcome> problem(final DenseRows rows, final Progress progress) {
        if (!ApproximateSearch.suits(rows, progress)) {
            return Optional.of(SearchOutcome.of(Kind.UNSUITABLE_ROWS));
        }
        return Blas.problem(progress).map(text -> new SearchOutcome(Kind.NO_LIBRARY, text));
    }

    @Override
    public Neighbors between(final DenseRows queries, final DenseRows among, final int k, final Workers workers,
        final Progress progress) {
        return exact.between(queries, among, k, workers, progress);
    }
}
