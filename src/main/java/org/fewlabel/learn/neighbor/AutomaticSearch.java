package org.fewlabel.learn.neighbor;

import java.util.Optional;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.TimeLeft;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.neighbor.SearchOutcome.Kind;

/**
 * Finds neighbors exactly or approximately, as the user wants; if the user does not say, exactly as long as that takes
 * less than about a minute on a common machine. Memory does not decide: both ways take the same, linear in the rows.
 * The choice depends on the rows alone, never on a clock or on the number of threads.
 */
public final class AutomaticSearch implements NeighborSearch {

    /** How neighbors are found. */
    public enum Way {

        /** Exactly if that does not take long, else approximately. */
        AUTOMATIC,

        /** All pairs of rows are compared. */
        EXACT,

        /** Rows of near groups are compared. */
        APPROXIMATE
    }

    /** Fixed, so that the same table gives the same graph. */
    private static final long SEED = 0;

    /**
     * Multiplications of the exact search: one minute of two threads that do 40 billion each in a second. 129,000 rows
     * of 128 dimensions, 190,000 of 50.
     */
    private static final double MOST_WORK = 2.4e12;

    /** Picking the nearest of the distances takes as long as so many dimensions. */
    private static final int PICKING = 16;

    private final Way way;

    private final double mostWork;

    private final ExactSearch exact = new ExactSearch();

    /** @param way what the user chose */
    public AutomaticSearch(final Way way) {
        this(way, MOST_WORK);
    }

    /** @param mostWork the most multiplications of an exact search if the user does not say */
    AutomaticSearch(final Way way, final double mostWork) {
        this.way = way;
        this.mostWork = mostWork;
    }

    @Override
    public Neighbors within(final DenseRows rows, final int k, final Workers workers, final Progress progress) {
        final var timed = new TimeLeft(progress);
        if (way == Way.EXACT || rows.columns() == 0
            || way == Way.AUTOMATIC && work(rows.rows(), rows.columns()) <= mostWork) {
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
        return work(rows, columns) <= MOST_WORK;
    }

    private static double work(final int rows, final int columns) {
        return (double)rows * rows * (columns + PICKING);
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
