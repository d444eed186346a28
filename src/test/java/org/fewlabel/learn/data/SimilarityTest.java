package org.fewlabel.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.features.RowEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The encoding of columns for each similarity. */
class SimilarityTest {

    private static final NumberColumn NUMBER = new NumberColumn("n", new double[]{10, 30, Double.NaN, 20});

    private static final NominalColumn CATEGORY = new NominalColumn("c", new int[]{0, 1, 0, -1}, List.of("a", "b"));

    /** Bits 0 and 2; 2 and 70; none; missing. */
    private static final BitColumn BITS = new BitColumn("b", 80, new long[][]{{5}, {4, 1 << 6}, {}, null});

    private static DenseRows encoded(final Similarity similarity, final Column... columns) {
        final var rows = new Rows(4, List.of(columns));
        return RowEncoder.fit(rows, similarity, Progress.NONE).encode(rows, Progress.NONE);
    }

    @Test
    void theKindsOfColumnsDecideWhatSuits() {
        assertThat(Similarity.automatic(List.of(NUMBER, CATEGORY))).isEqualTo(Similarity.EUCLIDEAN);
        assertThat(Similarity.automatic(List.of(BITS))).isEqualTo(Similarity.TANIMOTO);
        assertThat(Similarity.automatic(List.of(BITS, NUMBER))).isEqualTo(Similarity.GOWER);
    }

    @Test
    void tanimotosKeepsTheBitsThatAreSetSomewhere() {
        assertThat(encoded(Similarity.TANIMOTO, BITS).values()).containsExactly(1, 1, 0, 0, 1, 1, 0, 0, 0, Float.NaN,
            Float.NaN, Float.NaN);
        final var flags = new NumberColumn("f", new double[]{0, 1, 1, Double.NaN});
        assertThat(encoded(Similarity.TANIMOTO, flags).values()).containsExactly(0, 1, 1, Float.NaN);
    }

    @Test
    void tanimotosRefusesWhatIsNoBit() {
        assertThatThrownBy(() -> encoded(Similarity.TANIMOTO, BITS, NUMBER))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("The column \"n\" cannot be compared by Tanimoto's similarity");
        assertThatThrownBy(() -> encoded(Similarity.TANIMOTO, CATEGORY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gowersTakesNumbersByTheirRangeAndCountsAColumnOnce() {
        final var rows = encoded(Similarity.GOWER, NUMBER, CATEGORY);
        assertThat(rows.values()).containsExactly(0, 0.5f, 0, 1, 0, 0.5f, Float.NaN, 0.5f, 0, 0.5f, Float.NaN,
            Float.NaN);
        assertThat(rows.metric().weights()).containsExactly(1, 0.5f, 0.5f);
    }

    /** The three known rows have 4/3 bits on average, so two that share none differ in 8/3: that is 1. */
    @Test
    void gowersTakesAFingerprintByTheBitsThatDiffer() {
        final var rows = encoded(Similarity.GOWER, BITS);
        assertThat(rows.values()[0]).isCloseTo(3 / 8f, within(1e-6f));
        assertThat(rows.metric().weights()).containsOnly(1f / 3);
    }

    @Test
    void cosineLeavesNumbersAsTheyAreButForTheLengthOfTheRow() {
        final var rows = encoded(Similarity.COSINE, new NumberColumn("x", new double[]{3, 0, 1e300, Double.NaN}),
            new NumberColumn("y", new double[]{-4, 0, 0, 7}));
        // beside 1e300 everything else is negligible
        assertThat(rows.values()[4]).isEqualTo(1);
        final var small = encoded(Similarity.COSINE, new NumberColumn("x", new double[]{3, 0, 5, Double.NaN}),
            new NumberColumn("y", new double[]{-4, 0, 0, 7}));
        assertThat(small.values()).usingComparatorWithPrecision(1e-6f).containsExactly(0.6f, -0.8f, 0, 0, 1, 0,
            Float.NaN,
            1);
    }

    @Test
    void aFingerprintAddsAsMuchToAEuclideanDistanceAsAnyColumn() {
        final var rows = encoded(Similarity.EUCLIDEAN, BITS);
        var sum = 0.0;
        for (var i = 0; i < 3; i++) {
            for (var j = 0; j < 3; j++) {
                for (var d = 0; d < 3; d++) {
                    sum += Math.pow(rows.values()[i * 3 + d] - rows.values()[j * 3 + d], 2);
                }
            }
        }
        assertThat(sum / 9).isCloseTo(2, within(1e-6));
    }

    @Test
    void equalFingerprintsAreUninformative() {
        final var same = new BitColumn("b", 3, new long[][]{{5}, {5}, null, {5}});
        final var encoder = RowEncoder.fit(new Rows(4, List.of(same)), Similarity.TANIMOTO, Progress.NONE);
        assertThat(encoder.dropped()).containsExactly("b");
    }

    @Test
    void aBitBeyondTheWidthIsRefused() {
        assertThatThrownBy(() -> new BitColumn("b", 3, new long[][]{{8}})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BitColumn("b", 64, new long[][]{{0, 1}}))
            .isInstanceOf(IllegalArgumentException.class);
        assertThat(new BitColumn("b", 64, new long[][]{{-1}, null}).select(new int[]{1}).bits()[0]).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void anEncoderIsRestoredWithItsSimilarity(final Similarity similarity) {
        final var rows = similarity == Similarity.TANIMOTO ? new Rows(4, List.of(BITS))
            : new Rows(4, List.of(NUMBER, CATEGORY, BITS));
        final var encoder = RowEncoder.fit(rows, similarity, Progress.NONE);
        final var restored = RowEncoder.restore(encoder.state());
        assertThat(restored.metric()).isEqualTo(encoder.metric());
        assertThat(restored.encode(rows, Progress.NONE).values())
            .containsExactly(encoder.encode(rows, Progress.NONE).values());
    }

    @Test
    void aDamagedMetricIsRefused() {
        assertThatThrownBy(() -> Metric.restore(new State().put("similarity", "NONE").put("weights", new float[0]), 1))
            .hasMessageContaining("\"NONE\" is not known");
        assertThatThrownBy(() -> Metric.restore(new State().put("similarity", "GOWER").put("weights", new float[0]), 1))
            .hasMessageContaining("weights");
        assertThatThrownBy(() -> new Metric(Similarity.GOWER, new float[]{Float.NaN}))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
