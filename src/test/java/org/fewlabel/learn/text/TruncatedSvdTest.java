package org.fewlabel.learn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.fewlabel.device.Allocated;
import org.fewlabel.device.Progress;
import org.junit.jupiter.api.Test;

class TruncatedSvdTest {

    /** Rows whose values decrease from column to column, so that singular values differ. */
    static SparseRows random(final int rows, final int columns, final int perRow, final long seed) {
        final var random = new Random(seed);
        final var builder = new SparseBuilder(rows, columns);
        for (var row = 0; row < rows; row++) {
            random.ints(0, columns).map(c -> (int)((long)c * c / columns)).distinct().limit(perRow).sorted()
                .forEach(column -> builder.add(column, (float)(1 + random.nextDouble())));
            builder.endRow();
        }
        return builder.build();
    }

    private static double[][] dense(final SparseRows rows) {
        final var dense = new double[rows.rows()][rows.columns()];
        for (var row = 0; row < rows.rows(); row++) {
            for (var i = rows.offsets()[row]; i < rows.offsets()[row + 1]; i++) {
                dense[row][rows.indices()[i]] = rows.values()[i];
            }
        }
        return dense;
    }

    @Test
    void theDirectionsAreTheFirstRightSingularVectors() {
        final var rows = random(60, 40, 8, 1);
        final var svd = TruncatedSvd.of(rows, 5, 7, Progress.NONE);
        final var found = svd.directions();
        final var exact = new SingularValueDecomposition(new Array2DRowRealMatrix(dense(rows)));
        assertThat(found.count()).isEqualTo(5);
        for (var d = 0; d < 3; d++) {
            var product = 0.0;
            var square = 0.0;
            for (var column = 0; column < 40; column++) {
                product += found.values()[column * 5 + d] * exact.getV().getEntry(column, d);
                square += Math.pow(found.values()[column * 5 + d], 2);
            }
            assertThat(Math.abs(product)).as("direction %d", d).isCloseTo(1, within(1e-2));
            assertThat(square).isCloseTo(1, within(1e-4));
        }
        assertThat(svd.singularValues()).hasSize(5);
        for (var d = 0; d < 5; d++) {
            assertThat(svd.singularValues()[d]).as("length %d", d).isCloseTo(exact.getSingularValues()[d],
                within(1e-2));
        }
        assertThat(svd.floor()).isCloseTo(exact.getSingularValues()[14], within(0.5))
            .isLessThan(svd.singularValues()[4]);
    }

    @Test
    void rowsOfFewDirectionsHaveNoMore() {
        final var builder = new SparseBuilder(30, 10);
        for (var row = 0; row < 30; row++) {
            builder.add(row % 2, 2);
            builder.add(5 + row % 2, 1);
            builder.endRow();
        }
        final var found = TruncatedSvd.of(builder.build(), 8, 1, Progress.NONE).directions();
        assertThat(found.count()).isEqualTo(2);
        for (final var value : found.values()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void oneRowHasOneDirection() {
        final var builder = new SparseBuilder(1, 3);
        builder.add(0, 3);
        builder.add(2, -4);
        builder.endRow();
        final var found = TruncatedSvd.of(builder.build(), 100, 1, Progress.NONE).directions();
        assertThat(found.count()).isEqualTo(1);
        // the largest is positive
        assertThat(found.values()).containsExactly(new float[]{-0.6f, 0, 0.8f}, within(1e-6f));
    }

    @Test
    void theSameSeedGivesTheSame() {
        final var rows = random(200, 300, 12, 3);
        assertThat(TruncatedSvd.of(rows, 10, 5, Progress.NONE).directions().values())
            .isEqualTo(TruncatedSvd.of(rows, 10, 5, Progress.NONE).directions().values());
    }

    /** 20,000 rows of 50,000 columns would be 4 GB as floats. */
    @Test
    void memoryIsThatOfTheDirectionsNotOfRowsTimesColumns() {
        final var rows = random(20_000, 50_000, 6, 4);
        assertThat(Allocated.by(
            () -> assertThat(TruncatedSvd.of(rows, 3, 5, Progress.NONE).directions().count()).isEqualTo(3))).as("bytes")
            .isLessThan(200L << 20);
    }
}
