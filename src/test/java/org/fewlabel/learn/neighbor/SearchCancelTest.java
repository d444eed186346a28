package org.fewlabel.learn.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Checks;
import org.fewlabel.device.CountedBlas;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.graph.Dense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The work of a search between two checks for cancellation, also for few rows with very many values. */
class SearchCancelTest {

    private static final int ROWS = 40;

    private static final int COLUMNS = 400_000;

    private static final long NUMBERS = (long)ROWS * COLUMNS;

    static Stream<Arguments> metrics() {
        return Stream.of(Similarity.values())
            .flatMap(similarity -> Stream.of(Arguments.of(similarity, false), Arguments.of(similarity, true)));
    }

    private static DenseRows rows(final Similarity similarity, final boolean missing) {
        final var random = new Random(1);
        final var values = new float[(int)NUMBERS];
        for (var i = 0; i < values.length; i++) {
            values[i] = similarity == Similarity.TANIMOTO ? random.nextInt(2) : random.nextInt(100);
        }
        if (missing) {
            values[values.length - 1] = Float.NaN;
        }
        final var weights = new float[similarity == Similarity.GOWER ? COLUMNS : 0];
        Arrays.fill(weights, 1);
        return new DenseRows(ROWS, COLUMNS, values, new Metric(similarity, weights));
    }

    /** Searching for missing cells, and filling the panels. */
    @ParameterizedTest
    @MethodSource("metrics")
    void preparingIsAskedByTheNumbers(final Similarity similarity, final boolean missing) {
        final var checks = Checks.patient();
        final var rows = rows(similarity, missing);
        DistanceComparison.of(rows, rows, Optional.empty(), Workers.CALLER, checks);
        assertThat(checks.count()).isGreaterThan(2 * NUMBERS / CancelCheck.OPERATIONS - 3);
        final var tenth = Checks.canceledAt(10);
        assertThatThrownBy(() -> DistanceComparison.of(rows, rows, Optional.empty(), Workers.CALLER, tenth))
            .isInstanceOf(CancellationException.class);
        assertThat(tenth.checksAfterCancel()).isZero();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void comparingInLoopsIsAskedByTheNumbers(final Similarity similarity, final boolean missing) {
        final var checks = Checks.patient();
        ExactSearch.plain().within(rows(similarity, missing), 3, Workers.CALLER, checks);
        final var atOnce = similarity == Similarity.TANIMOTO ? 8 : 1; // bits are compared word by word
        assertThat(checks.count()).isGreaterThan(ROWS * NUMBERS / CancelCheck.OPERATIONS / atOnce);
    }

    /** Many rows, many numbers, and both few; what one product is, see {@link Panels}. */
    @ParameterizedTest
    @CsvSource({"3000,500", "600,10000", "200,100000"})
    void theLibraryIsAskedForSmallProductsOnly(final int count, final int columns) {
        final var checks = Checks.patient();
        final var rows = Dense.random(1, count, columns);
        ExactSearch.with(CountedBlas.of(checks)).within(rows, 5, Workers.CALLER, checks);
        assertThat(checks.total()).isGreaterThan((long)count * count / 2 * columns);
        assertThat(checks.longest()).as("multiplications").isLessThanOrEqualTo(Panels.MAX_WORK);
        // filling the panels, twice checking the values, and comparing possible neighbors exactly
        assertThat(checks.count()).isGreaterThan((long)count * columns * (3 + 10) / CancelCheck.OPERATIONS);
    }

    @Test
    void theApproximateSearchIsAskedForSmallProductsOnlyToo() {
        final var rows = Groups.of(2, 20_000, 32, 100);
        final var checks = Checks.patient();
        new ApproximateSearch(CountedBlas.of(checks), 0).within(rows, 10, Workers.CALLER, checks);
        assertThat(checks.longest()).as("multiplications").isLessThanOrEqualTo(Panels.MAX_WORK);
        assertThat(checks.maxIncrease()).as("share of all work between two questions").isLessThan(0.11);
        final var half = Checks.canceledAt(checks.count() / 2);
        assertThatThrownBy(() -> new ApproximateSearch(CountedBlas.of(half), 0).within(rows, 10, Workers.CALLER, half))
            .isInstanceOf(CancellationException.class);
        assertThat(half.checksAfterCancel()).isZero();
        assertThat(half.afterwards()).as("multiplications").isZero();
    }

    @Test
    void theCityBlockDistancesAreAskedByTheNumbers() {
        final var rows = rows(Similarity.EUCLIDEAN, false);
        final var neighbors = ExactSearch.plain().within(rows, 30, Workers.CALLER, Checks.patient());
        final var checks = Checks.patient();
        CityBlockNeighbors.nearest(rows, neighbors, 10, Workers.CALLER, checks);
        assertThat(checks.count()).isGreaterThanOrEqualTo(ROWS);
    }
}
