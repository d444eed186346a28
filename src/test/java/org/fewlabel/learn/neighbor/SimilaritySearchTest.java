package org.fewlabel.learn.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.Similarity;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Neighbors by cosine, Tanimoto's and Gower's similarity. */
class SimilaritySearchTest {

    private static final float NONE = Float.NaN;

    private final ExactSearch search = new ExactSearch();

    @Property(tries = 200)
    void findsTheSameAsComparingAllPairsByTheDefinition(@ForAll final Similarity similarity, @ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 60) final int rows, @ForAll @IntRange(min = 1, max = 70) final int columns,
        @ForAll @IntRange(min = 1, max = 20) final int k, @ForAll @IntRange(min = 0, max = 6) final int missing) {
        if (similarity == Similarity.EUCLIDEAN) {
            return; // has a test of its own
        }
        final var all = random(similarity, seed, rows, columns, missing / 10.0);
        final var found = search.within(all, k, Workers.CALLER, Progress.NONE);
        final var libraryFound = ExactSearch.with(Blas.get(Progress.NONE).orElseThrow()).within(all, k, Workers.CALLER,
            Progress.NONE);
        assertThat(libraryFound.index()).containsExactly(found.index());
        assertThat(libraryFound.squaredDistance()).containsExactly(found.squaredDistance());
        for (var i = 0; i < rows; i++) {
            assertNearest(all, i, found);
        }
    }

    private static void assertNearest(final DenseRows all, final int query, final Neighbors found) {
        final var distances = IntStream.range(0, all.rows()).mapToDouble(j -> definition(all, query, j)).toArray();
        final var expected = IntStream.range(0, all.rows()).filter(j -> j != query && distances[j] < 1e30).boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> distances[j])).limit(found.k()).toList();
        for (var m = 0; m < found.k(); m++) {
            final var at = query * found.k() + m;
            if (m >= expected.size()) {
                assertThat(found.index()[at]).isEqualTo(-1);
                assertThat(found.squaredDistance()[at]).isInfinite();
            } else {
                assertThat(distances[found.index()[at]]).isCloseTo(distances[expected.get(m)], offset(1e-9));
                assertThat((double)found.squaredDistance()[at]).isCloseTo(distances[expected.get(m)], offset(1e-6));
                assertThat(found.index()[at]).isNotEqualTo(query);
            }
        }
        assertThat(Arrays.stream(found.index(), query * found.k(), (query + 1) * found.k()).filter(j -> j >= 0))
            .doesNotHaveDuplicates();
    }

    private static double definition(final DenseRows rows, final int a, final int b) {
        final var d = rows.columns();
        final var common = IntStream.range(0, d)
            .filter(c -> !Float.isNaN(rows.values()[a * d + c]) && !Float.isNaN(rows.values()[b * d + c])).toArray();
        final var x = Arrays.stream(common).mapToDouble(c -> rows.values()[a * d + c]).toArray();
        final var y = Arrays.stream(common).mapToDouble(c -> rows.values()[b * d + c]).toArray();
        final var each = IntStream.range(0, common.length);
        final double similarity = switch (rows.metric().similarity()) {
            case COSINE -> each.mapToDouble(i -> x[i] * y[i]).sum()
                / Math.sqrt(Arrays.stream(x).map(v -> v * v).sum() * Arrays.stream(y).map(v -> v * v).sum());
            case TANIMOTO -> {
                final var shared = each.filter(i -> x[i] * y[i] == 1).count();
                yield shared == 0 ? Double.NaN
                    : (double)shared / IntStream.range(0, x.length).filter(i -> x[i] + y[i] > 0).count();
            }
            case GOWER -> 1 - each.mapToDouble(i -> Math.abs(x[i] - y[i])).sum()
                / Arrays.stream(common).mapToDouble(c -> rows.metric().weights()[c]).sum();
            default -> throw new AssertionError();
        };
        return Double.isNaN(similarity) ? Double.POSITIVE_INFINITY : 2 - 2 * similarity;
    }

    private static DenseRows random(final Similarity similarity, final long seed, final int rows, final int columns,
        final double missing) {
        final var random = new Random(seed);
        final var values = new float[rows * columns];
        for (var i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < missing ? NONE : switch (similarity) {
                case TANIMOTO -> random.nextInt(5) / 4;
                case GOWER -> random.nextInt(11) / 10f;
                default -> random.nextInt(4) * (random.nextInt(5) - 2); // many zeros, often all of a row
            };
        }
        final var weights = new float[similarity == Similarity.GOWER ? columns : 0];
        for (var d = 0; d < weights.length; d++) {
            weights[d] = 1f / (1 + random.nextInt(3));
        }
        return new DenseRows(rows, columns, values, new Metric(similarity, weights));
    }

    @Test
    void theAngleCountsNotTheLength() {
        final var found = within(Similarity.COSINE, 2, 1, new float[]{1, 0, 10, 1, 2, 2, 0.1f, 0.1f});
        assertThat(found.index()).containsExactly(1, 0, 3, 2);
        assertThat((double)found.squaredDistance()[0]).isCloseTo(2 - 2 * 10 / Math.sqrt(101), offset(1e-6));
        assertThat((double)found.squaredDistance()[2]).isCloseTo(0, offset(1e-6));
    }

    @Test
    void aRowOfZerosHasNoDirectionAndNoNeighbors() {
        final var found = within(Similarity.COSINE, 2, 3, new float[]{0, 0, 1, 0, 1, 1, 0, 1});
        assertThat(found.index()).containsExactly(-1, -1, -1, 2, 3, -1, 1, 3, -1, 2, 1, -1);
        final var all = within(Similarity.COSINE, 2, 1, new float[4]);
        assertThat(all.index()).containsOnly(-1);
    }

    @Test
    void lengthsThatSinglePrecisionCannotMultiplyAreNoMatter() {
        final var found = within(Similarity.COSINE, 2, 1,
            new float[]{1e-30f, 0, 1e30f, 1e28f, 1e-30f, NONE, 0, 1e-38f});
        assertThat(found.index()[0]).isEqualTo(2);
        assertThat(found.index()[2 + 1]).isEqualTo(1);
    }

    /** 2 of 4 bits in common, then 1 of 4, then none. */
    @Test
    void fingerprintsAreComparedByTheBitsTheyShare() {
        final var found = within(Similarity.TANIMOTO, 5, 3,
            new float[]{1, 1, 1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1});
        assertThat(Arrays.copyOf(found.index(), 3)).containsExactly(1, 2, -1);
        assertThat(found.squaredDistance()[0]).isEqualTo(2 - 2 * 2f / 4);
        assertThat(found.squaredDistance()[1]).isEqualTo(2 - 2 * 1f / 4);
        assertThat(Arrays.copyOfRange(found.index(), 9, 12)).containsOnly(-1);
    }

    @Test
    void anEmptyFingerprintHasNoNeighbors() {
        final var found = within(Similarity.TANIMOTO, 2, 2, new float[]{0, 0, 0, 0, 1, 0, 1, 1});
        assertThat(found.index()).containsExactly(-1, -1, -1, -1, 3, -1, 2, -1);
    }

    /** One number of range 1, one category of two dimensions; the first row lacks the number. */
    @Test
    void mixedRowsAreComparedColumnByColumn() {
        final var values = new float[]{NONE, 0.5f, 0, 0.2f, 0.5f, 0, 0.5f, 0, 0.5f};
        final var rows = new DenseRows(3, 3, values, new Metric(Similarity.GOWER, new float[]{1, 0.5f, 0.5f}));
        final var found = search.within(rows, 2, Workers.CALLER, Progress.NONE);
        assertThat(found.index()).containsExactly(1, 2, 0, 2, 1, 0);
        assertThat(found.squaredDistance()[0]).isZero();
        assertThat(found.squaredDistance()[1]).isEqualTo(2);
        assertThat((double)found.squaredDistance()[3]).isCloseTo(2 * (0.3 + 1) / 2, offset(1e-6));
    }

    @Test
    void rowsMadeForAnotherSimilarityAreRefused() {
        final var euclidean = new DenseRows(2, 1, new float[2]);
        final var cosine = new DenseRows(2, 1, new float[2], new Metric(Similarity.COSINE, new float[0]));
        assertThatThrownBy(() -> search.between(euclidean, cosine, 1, Workers.CALLER, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("Rows made for EUCLIDEAN cannot be compared with rows made for COSINE.");
    }

    private Neighbors within(final Similarity similarity, final int columns, final int k, final float[] values) {
        return search.within(
            new DenseRows(values.length / columns, columns, values, new Metric(similarity, new float[0])), k,
            Workers.CALLER, Progress.NONE);
    }
}
