package org.fewlabel.learn.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.graph.Dense;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExactSearchTest {

    private static final float NONE = Float.NaN;

    private final ExactSearch search = new ExactSearch();

    /** Against the definition, pair by pair. Values are small whole numbers, so there are many ties. */
    @Property(tries = 60)
    void findsTheSameAsComparingAllPairs(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 40) final int rows,
        @ForAll @IntRange(min = 1, max = 6) final int columns, @ForAll @IntRange(min = 1, max = 45) final int k,
        @ForAll @IntRange(min = 0, max = 9) final int missingTenths) {
        final var all = random(seed, rows, columns, missingTenths / 10.0);
        final var found = search.within(all, k, Workers.CALLER, Progress.NONE);
        assertThat(found.k()).isEqualTo(Math.min(k, rows - 1));
        for (var i = 0; i < rows; i++) {
            assertNearest(all, i, all, i, found);
        }
    }

    @Property(tries = 60)
    void findsTheNearestOfOtherRows(@ForAll final long seed, @ForAll @IntRange(min = 0, max = 5) final int queries,
        @ForAll @IntRange(min = 0, max = 300) final int rows, @ForAll @IntRange(min = 0, max = 5) final int missing) {
        final var asked = random(seed, queries, 3, missing / 10.0);
        final var among = random(seed + 1, rows, 3, 0);
        final var found = search.between(asked, among, 4, Workers.CALLER, Progress.NONE);
        for (var i = 0; i < queries; i++) {
            assertNearest(asked, i, among, -1, found);
        }
    }

    private static void assertNearest(final DenseRows queries, final int query, final DenseRows among, final int self,
        final Neighbors found) {
        final var distances = IntStream.range(0, among.rows())
            .mapToDouble(j -> squaredDistance(queries, query, among, j)).toArray();
        final var expected = IntStream.range(0, among.rows()).filter(j -> j != self && distances[j] < 1e30).boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> distances[j])).limit(found.k()).toList();
        for (var m = 0; m < found.k(); m++) {
            final var at = query * found.k() + m;
            if (m >= expected.size()) {
                assertThat(found.index()[at]).isEqualTo(-1);
                assertThat(found.squaredDistance()[at]).isInfinite();
            } else { // which of two that are equal but for rounding comes first is not settled
                final var distance = distances[found.index()[at]];
                assertThat(distance).isCloseTo(distances[expected.get(m)], within(1e-3));
                assertThat((double)found.squaredDistance()[at]).isCloseTo(distance, within(1e-3));
                assertThat(found.index()[at]).isNotEqualTo(self);
            }
        }
        assertThat(Arrays.stream(found.index(), query * found.k(), (query + 1) * found.k()).filter(j -> j >= 0))
            .doesNotHaveDuplicates();
    }

    /** The definition of the class, in double precision. */
    private static double squaredDistance(final DenseRows a, final int i, final DenseRows b, final int j) {
        final var weights = variances(b);
        final var total = Arrays.stream(weights).sum();
        var squared = 0.0;
        var observed = 0.0;
        for (var d = 0; d < a.columns(); d++) {
            final double difference = a.values()[i * a.columns() + d] - b.values()[j * a.columns() + d];
            if (!Double.isNaN(difference)) {
                squared += difference * difference;
                observed += weights[d];
            }
        }
        final var nothingMissing = !hasNaN(a) && !hasNaN(b);
        if (nothingMissing || Math.abs(total - observed) < 1e-9) {
            return squared;
        }
        final var prior = total / 5;
        return observed == 0 ? Double.POSITIVE_INFINITY
            : squared + (total - observed) * (squared + 2 * prior) / (observed + prior);
    }

    private static boolean hasNaN(final DenseRows rows) {
        return IntStream.range(0, rows.values().length).anyMatch(i -> Float.isNaN(rows.values()[i]));
    }

    private static double[] variances(final DenseRows rows) {
        final var variances = IntStream.range(0, rows.columns()).mapToDouble(d -> {
            final var values = IntStream.range(0, rows.rows()).mapToDouble(i -> rows.values()[i * rows.columns() + d])
                .filter(v -> !Double.isNaN(v)).toArray();
            final var mean = Arrays.stream(values).average().orElse(0);
            return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        }).toArray();
        return Arrays.stream(variances).allMatch(v -> v == 0) ? IntStream.range(0, variances.length).mapToDouble(d -> 1)
            .toArray() : variances;
    }

    private static DenseRows random(final long seed, final int rows, final int columns, final double missing) {
        final var random = new Random(seed);
        final var values = new float[rows * columns];
        for (var i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < missing ? NONE : random.nextInt(7) - 3;
        }
        return new DenseRows(rows, columns, values);
    }

    @Test
    void ofEquallyNearRowsTheFirstComeFirst() {
        final var rows = new DenseRows(6, 1, new float[]{1, 0, 1, -1, 0, 1});
        final var found = search.within(rows, 4, Workers.CALLER, Progress.NONE);
        assertThat(Arrays.copyOfRange(found.index(), 4, 8)).containsExactly(4, 0, 2, 3); // of row 1
        assertThat(Arrays.copyOfRange(found.squaredDistance(), 4, 8)).containsExactly(0, 1, 1, 1);
    }

    @Test
    void aMissingPartIsEstimatedFromTheRestAndFromRandomPairs() {
        // both dimensions have the variance 1 (the second over its three values): total 2, observed 1, prior 0.4
        final var rows = new DenseRows(4, 2, new float[]{1, NONE, -1, -(float)Math.sqrt(1.5), 1, 0, -1,
            (float)Math.sqrt(1.5)});
        final var found = search.within(rows, 3, Workers.CALLER, Progress.NONE);
        assertThat(found.index()[0]).isEqualTo(2);
        assertThat((double)found.squaredDistance()[0]).isCloseTo(0 + 1 * (0 + 0.8) / 1.4, within(1e-5));
        assertThat((double)found.squaredDistance()[1]).isCloseTo(4 + 1 * (4 + 0.8) / 1.4, within(1e-5));
    }

    @Test
    void rowsWithoutACommonDimensionAreNoNeighbors() {
        final var rows = new DenseRows(3, 2, new float[]{1, NONE, NONE, 2, 3, 4});
        final var found = search.within(rows, 2, Workers.CALLER, Progress.NONE);
        assertThat(found.index()).containsExactly(2, -1, 2, -1, 0, 1);
    }

    @Test
    void aRowWithNothingButMissingValuesHasNoNeighbors() {
        final var rows = new DenseRows(3, 1, new float[]{NONE, 1, 2});
        assertThat(search.within(rows, 2, Workers.CALLER, Progress.NONE).index()).containsExactly(-1, -1, 2, -1, 1, -1);
    }

    @Test
    void withoutDimensionsThereAreNoNeighbors() {
        final var rows = new DenseRows(3, 0, new float[0]);
        assertThat(search.within(rows, 2, Workers.CALLER, Progress.NONE).index()).containsOnly(-1);
    }

    @Test
    void oneRowOrNoneHasNoNeighbors() {
        assertThat(search.within(new DenseRows(1, 1, new float[1]), 5, Workers.CALLER, Progress.NONE).k()).isZero();
        assertThat(search.within(new DenseRows(0, 1, new float[0]), 5, Workers.CALLER, Progress.NONE).k()).isZero();
    }

    @Test
    void threadsDoNotChangeTheResult() {
        final var rows = random(3, 700, 9, 0.2);
        final var one = search.within(rows, 12, Workers.CALLER, Progress.NONE);
        final var four = search.within(rows, 12, Workers.own(4), Progress.NONE);
        assertThat(four.index()).containsExactly(one.index());
        assertThat(four.squaredDistance()).containsExactly(one.squaredDistance());
    }

    /** Whole numbers have many ties; the offset takes from single precision what it can lose. */
    @Property(tries = 100)
    void theLibraryFindsTheSameAsLoopsInJava(@ForAll final long seed,
        @ForAll @IntRange(min = 2, max = 300) final int rows,
        @ForAll @IntRange(min = 1, max = 30) final int columns, @ForAll @IntRange(min = 1, max = 40) final int k,
        @ForAll final boolean whole, @ForAll @IntRange(min = 0, max = 5) final int offset) {
        final var random = new Random(seed);
        final var values = new float[rows * columns];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float)(Math.pow(10, offset) - 1 + (whole ? random.nextInt(3) : random.nextGaussian()));
        }
        final var all = new DenseRows(rows, columns, values);
        assertSame(library().within(all, k, Workers.CALLER, Progress.NONE),
            ExactSearch.plain().within(all, k, Workers.CALLER, Progress.NONE));
    }

    @Test
    void theLibraryFindsTheSameInSeveralPanelsAndOnSeveralThreads() {
        final var all = Dense.random(5, 5000, 20);
        final var asked = Dense.random(6, 700, 20);
        final var plain = ExactSearch.plain();
        assertSame(library().within(all, 10, Workers.own(3), Progress.NONE),
            plain.within(all, 10, Workers.CALLER, Progress.NONE));
        assertSame(library().between(asked, all, 3, Workers.own(3), Progress.NONE),
            plain.between(asked, all, 3, Workers.CALLER, Progress.NONE));
    }

    /** Panels are compared around a ring, opposite ones only once; with four panels there are such. */
    @Test
    void everyPairOfPanelsMeetsOnce() {
        for (final var rows : new int[]{2049, 8000}) {
            final var all = Dense.random(rows, rows, 6);
            assertSame(library().within(all, 4, Workers.own(2), Progress.NONE),
                ExactSearch.plain().within(all, 4, Workers.CALLER, Progress.NONE));
        }
    }

    /** Almost all rows are equally near: none of them may be lost, and the first are to be found. */
    @Test
    void tiesOfManyRowsAreBrokenByTheirIndex() {
        final var values = new float[3000 * 3000 / 10];
        for (var i = 0; i < 300; i++) {
            values[i * 3000 + i] = 1; // each differs from all others in two dimensions
        }
        final var rows = new DenseRows(300, 3000, values);
        for (final var way : new ExactSearch[]{library(), ExactSearch.plain()}) {
            final var found = way.within(rows, 3, Workers.CALLER, Progress.NONE);
            assertThat(Arrays.copyOfRange(found.index(), 600, 603)).containsExactly(0, 1, 2);
            assertThat(found.squaredDistance()).containsOnly(2);
        }
    }

    @Test
    void valuesTooLargeForSinglePrecisionAreComparedByLoops() {
        final var rows = new DenseRows(4, 1, new float[]{2e19f, 1e19f, -1e19f, 2.1e19f});
        final var found = library().within(rows, 3, Workers.CALLER, Progress.NONE);
        assertThat(found.index()).containsExactly(3, 1, -1, 0, 3, -1, -1, -1, -1, 0, 1, -1);
        assertSame(found, ExactSearch.plain().within(rows, 3, Workers.CALLER, Progress.NONE));
    }

    @Test
    void whatTheListenerThrowsEndsTheSearch() {
        final var canceled = new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                throw new CancellationException();
            }

            @Override
            public void checkCanceled() {
                // not yet
            }
        };
        assertThatThrownBy(() -> library().within(Dense.random(1, 2000, 5), 5, Workers.own(2), canceled))
            .isInstanceOf(CancellationException.class);
    }

    private static ExactSearch library() {
        return ExactSearch.with(Blas.get(Progress.NONE).orElseThrow());
    }

    private static void assertSame(final Neighbors found, final Neighbors expected) {
        assertThat(found.index()).containsExactly(expected.index());
        assertThat(found.squaredDistance()).containsExactly(expected.squaredDistance());
    }

    @Test
    void refusesRowsOfOtherDimensions() {
        assertThatThrownBy(() -> search.between(random(1, 2, 3, 0), random(1, 2, 4, 0), 1, Workers.CALLER,
            Progress.NONE)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("3 dimensions cannot be compared with rows of 4");
    }

    @Test
    void cancelIsHeardAndProgressShown() {
        final var last = new AtomicInteger();
        final var progress = new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                assertThat(message).isEqualTo("Finding the 5 nearest rows of 5000");
                last.set((int)(100 * fraction));
            }

            @Override
            public void checkCanceled() {
                if (last.get() > 20) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> search.within(random(1, 5000, 4, 0), 5, Workers.CALLER, progress))
            .isInstanceOf(CancellationException.class);
        assertThat(last.get()).isBetween(21, 30);
    }
}
