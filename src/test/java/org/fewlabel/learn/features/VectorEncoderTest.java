package org.fewlabel.learn.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fewlabel.learn.features.Vectors.rows;
import static org.fewlabel.learn.features.Vectors.with;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.VectorColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class VectorEncoderTest {

    private static final float NONE = Float.NaN;

    /** Its first dimension ranges from 0 to 4, its second never varies, its third ranges from -20 to 20. */
    private static final VectorColumn VECTORS = new VectorColumn("v", 4, 3,
        new float[]{0, 7, -20, 4, 7, 20, NONE, NONE, NONE, 2, 7, Float.POSITIVE_INFINITY});

    private static DenseRows encoded(final Similarity similarity, final Column... columns) {
        return RowEncoder.fit(rows(columns), similarity, Progress.NONE).encode(rows(columns), Progress.NONE);
    }

    @Property(tries = 200)
    void isAsItsDimensionsAsNumbersOfOneScale(@ForAll final long seed,
        @ForAll @IntRange(min = 2, max = 40) final int size,
        @ForAll @IntRange(min = 3, max = 9) final int width, @ForAll @IntRange(max = 5) final int missing) {
        final var vectors = Vectors.ofOneScale(seed, size, width, missing / 10.0);
        final var numbers = Vectors.expanded(vectors);
        for (final var similarity : List.of(Similarity.EUCLIDEAN, Similarity.COSINE, Similarity.GOWER)) {
            final var expected = RowEncoder.fit(numbers, similarity, Progress.NONE).encode(numbers, Progress.NONE);
            assertThat(encoded(similarity, vectors).values()).containsExactly(expected.values(), within(1e-5f));
        }
    }

    @Property(tries = 20)
    void everyDimensionAddsTwoToTheSquaredDistanceOnAverage(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 20) final int width) {
        final var random = new Random(seed);
        final var values = new float[50 * width];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float)(random.nextGaussian() * Math.exp(i % width / 3.0));
        }
        final var rows = encoded(Similarity.EUCLIDEAN, new VectorColumn("v", 50, width, values));
        var sum = 0.0;
        for (var i = 0; i < 50; i++) {
            for (var j = 0; j < 50; j++) {
                for (var d = 0; d < width; d++) {
                    sum += Math.pow(rows.values()[i * width + d] - rows.values()[j * width + d], 2);
                }
            }
        }
        assertThat(sum / (50 * 50)).isCloseTo(2 * width, within(1e-3));
    }

    /** The variances are 8/3 and 400: the pooled standard deviation is the root of 604/3. */
    @Test
    void euclideanKeepsTheRelativeSpreadOfDimensionsAndLeavesOutThoseThatNeverVary() {
        final var spread = (float)Math.sqrt(604 / 3.0);

        assertThat(encoded(Similarity.EUCLIDEAN, VECTORS).values())
            .containsExactly(new float[]{-2 / spread, -20 / spread,
                2 / spread, 20 / spread, NONE, NONE, 0, NONE}, within(1e-6f));
    }

    @Test
    void distantNumbersAreNotCompressedButNeverInfinite() {
        final var values = new float[2000];
        values[0] = 2;
        values[1] = -2;
        final var encoder = RowEncoder.fit(rows(new VectorColumn("v", 1000, 2, values)), Progress.NONE);
        final var far = encoder
            .encode(rows(new VectorColumn("v", 3, 2, new float[]{0, 0, 1000, 0, 2000, -Float.MAX_VALUE})),
                Progress.NONE)
            .values();

        assertThat((double)far[4] - far[2]).isCloseTo((double)far[2] - far[0], within(1e-2)).isGreaterThan(1000);
        assertThat(far[5]).isEqualTo(-1e9f);
    }

    @Test
    void cosineDividesAllColumnsByTheLargestNumberOfAny() {
        final var number = new NumberColumn("n", new double[]{0, -40, 1, 2});
        final var rows = encoded(Similarity.COSINE, VECTORS, number);

        // the ratios in each row are those of the vector, the constant dimension included
        assertThat(rows.columns()).isEqualTo(4);
        final var length = (float)Math.sqrt(16 + 49 + 400 + 1600);
        assertThat(Arrays.copyOfRange(rows.values(), 4, 8)).containsExactly(
            new float[]{4 / length, 7 / length, 20 / length, -40 / length}, within(1e-6f));
        assertThat(Arrays.copyOfRange(rows.values(), 8, 12)).containsExactly(NONE, NONE, NONE, 1);
        final var large = encoded(Similarity.COSINE, new VectorColumn("v", 2, 1, new float[]{3e38f, -3e38f}),
            new NumberColumn("n", new double[]{4e38, 0}));
        assertThat(large.values()).containsExactly(new float[]{0.6f, 0.8f, -1, 0}, within(1e-6f));
    }

    @Test
    void gowersScalesDimensionsToTheirRangeAndWeighsTheColumnOnce() {
        final var rows = encoded(Similarity.GOWER, VECTORS, new NumberColumn("n", new double[]{1, 2, 3, 5}));

        assertThat(rows.values()).containsExactly(0, 0, 0, 1, 1, 0.25f, NONE, NONE, 0.5f, 0.5f, NONE, 1);
        assertThat(rows.metric().weights()).containsExactly(0.5f, 0.5f, 1);
    }

    @Test
    void tanimotosRefusesVectorsEvenOfBits() {
        final var bits = new VectorColumn("v", 2, 2, new float[]{0, 1, 1, 0});

        assertThatThrownBy(() -> encoded(Similarity.TANIMOTO, bits)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("The column \"v\" cannot be compared by Tanimoto's similarity");
    }

    @Test
    void vectorsAreComparedByTheEuclideanDistanceUnlessThereAreFingerprints() {
        assertThat(Similarity.automatic(List.of(VECTORS))).isEqualTo(Similarity.EUCLIDEAN);
        assertThat(Similarity.automatic(List.of(VECTORS, new BitColumn("b", 1, new long[4][]))))
            .isEqualTo(Similarity.GOWER);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TANIMOTO")
    void aColumnOfWhichNoDimensionVariesIsDropped(final Similarity similarity) {
        final var encoder = RowEncoder.fit(rows(new VectorColumn("same", 3, 2, new float[]{1, 2, 1, NONE, NONE, NONE}),
            new VectorColumn("none", 3, 0, new float[0]), new VectorColumn("nan", 3, 1, new float[]{NONE, NONE, NONE}),
            new NumberColumn("n", new double[]{1, 2, 3})), similarity, Progress.NONE);

        assertThat(encoder.used()).containsExactly("n");
        assertThat(encoder.dropped()).containsExactly("same", "none", "nan");
    }

    @Test
    void otherKindsAndWidthsAreRefusedByName() {
        final var encoder = RowEncoder.fit(rows(VECTORS), Progress.NONE);

        assertThatThrownBy(() -> encoder.encode(rows(new VectorColumn("v", 1, 5, new float[5])), Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("The column \"v\" has vectors of 5 numbers, but those in the training data have 3.");
        assertThatThrownBy(() -> encoder.encode(rows(new VectorColumn("v", 1, 1, new float[1])), Progress.NONE))
            .hasMessageContaining("vectors of 1 number,");
        assertThatThrownBy(() -> encoder.encode(rows(new NumberColumn("v", new double[1])), Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"v\" must hold vectors of numbers");
        assertThat(encoder.encode(rows(new VectorColumn("v", 2, 0, new float[0])), Progress.NONE).values())
            .containsExactly(NONE, NONE, NONE, NONE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TANIMOTO")
    void isRestored(final Similarity similarity) {
        final var encoder = RowEncoder.fit(rows(VECTORS), similarity, Progress.NONE);
        final var restored = RowEncoder.restore(encoder.state());

        assertThat(restored.metric()).isEqualTo(encoder.metric());
        assertThat(restored.encode(rows(VECTORS), Progress.NONE).values())
            .containsExactly(encoder.encode(rows(VECTORS), Progress.NONE).values());
    }

    @Test
    void aForgedStateIsRefused() {
        final var whole = RowEncoder.fit(rows(VECTORS), Progress.NONE).state();
        final var column = whole.state("column 0");
        final var scale = column.state("scale");
        final var forged = List.of(with(scale, "width", 0), with(scale, "width", 2), with(scale, "width", -3),
            with(scale, "dimensions", new int[]{0, 3}), with(scale, "dimensions", new int[]{2, 0}),
            with(scale, "dimensions", new int[]{2, 2}), with(scale, "dimensions", new int[]{-1, 2}),
            with(scale, "dimensions", new int[]{2}), with(scale, "centres", new double[]{1}),
            with(scale, "centres", new double[]{1, Double.NaN}), with(scale, "spreads", new double[]{1, 0}),
            with(scale, "spreads", new double[]{-1, 1}),
            with(scale, "spreads", new double[]{1, Double.POSITIVE_INFINITY}),
            with(scale, "spreads", new double[]{1, 1, 1}), with(scale, "low", 1.0),
            with(scale, "high", Double.MAX_VALUE),
            new State().put("width", 3).put("dimensions", new int[0]).put("centres", new double[0])
                .put("spreads", new double[0]).put("low", 0.0).put("high", 0.0));

        assertThat(RowEncoder.restore(with(whole, "column 0", with(column, "scale", scale))).columns()).isEqualTo(2);
        assertThat(forged).allSatisfy(
            bad -> assertThatThrownBy(() -> RowEncoder.restore(with(whole, "column 0", with(column, "scale", bad))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("The stored model is damaged"));
    }

    @Test
    void canBeCanceledWithinAColumn() {
        final var rows = rows(Vectors.ofOneScale(1, 100, 3, 0));
        final var encoder = RowEncoder.fit(rows, Progress.NONE);

        assertThatThrownBy(() -> RowEncoder.fit(rows, Checks.canceledAt(6))).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> encoder.encode(rows, Checks.canceledAt(6))).isInstanceOf(CancellationException.class);
    }
}
