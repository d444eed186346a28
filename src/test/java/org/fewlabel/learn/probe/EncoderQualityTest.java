package org.fewlabel.learn.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.probe.EncoderQuality.Conclusion;
import org.junit.jupiter.api.Test;

class EncoderQualityTest {

    private static final int ROWS = 120;

    private static final Labels LABELS = new Labels(IntStream.range(0, ROWS).map(i -> i % 3).toArray(),
        List.of("a", "b", "c"));

    /** @param signal how far the classes are apart */
    private static DenseRows rows(final int columns, final double signal, final double noise) {
        final var random = new Random(columns);
        final var values = new float[ROWS * columns];
        for (var i = 0; i < values.length; i++) {
            final var apart = i % columns == i / columns % 3 ? signal : 0;
            values[i] = (float)(apart + noise * random.nextGaussian());
        }
        return new DenseRows(ROWS, columns, values);
    }

    private static EncoderQuality quality(final DenseRows raw, final DenseRows embedding, final Labels labels) {
        return EncoderQuality.of(raw, embedding, EmbeddingShape.of(embedding, labels, 1, Progress.NONE), labels, 1,
            Workers.CALLER, Progress.NONE);
    }

    private static EmbeddingShape shape(final DenseRows embedding) {
        return EmbeddingShape.of(embedding, LABELS, 1, Progress.NONE);
    }

    @Test
    void reportsWhetherTheEmbeddingIsBetterOrWorse() {
        final var clear = rows(6, 4, 1);
        final var noise = rows(8, 0, 1);

        final var better = quality(noise, clear, LABELS);
        assertThat(better.evaluated()).isEqualTo(ROWS);
        assertThat(better.comparisons()).hasSize(2)
            .allSatisfy(c -> assertThat(c.embedding()).isGreaterThan(0.9).isGreaterThan(c.raw() + 0.3))
            .allSatisfy(c -> assertThat(c.differenceInterval().low()).isBetween(0.2, c.difference()));
        assertThat(better.verdict()).isEqualTo(Conclusion.BETTER);
        assertThat(quality(clear, noise, LABELS).verdict()).isEqualTo(Conclusion.WORSE);
        assertThat(quality(clear, clear, LABELS).verdict()).isEqualTo(Conclusion.NOT_BETTER);
        assertThat(quality(null, clear, LABELS).verdict()).isEqualTo(Conclusion.NOTHING_TO_COMPARE);
    }

    @Test
    void aCollapsedEmbeddingIsDetected() {
        final var same = new float[ROWS * 10];
        Arrays.fill(same, 1);
        final var line = new float[ROWS * 10];
        for (var i = 0; i < line.length; i++) {
            line[i] = i / 10 % 7;
        }
        assertThat(quality(rows(3, 1, 1), new DenseRows(ROWS, 10, same), LABELS).shape().collapsed()).isTrue();
        assertThat(shape(new DenseRows(ROWS, 10, line)).effectiveRank()).isCloseTo(1, within(1e-6));
        assertThat(shape(rows(10, 0, 1)).collapsed()).isFalse();
    }

    @Test
    void theShapeIsThatOfKnownRows() {
        // two rows at right angles on the unit circle, many times
        final var values = new float[ROWS * 3];
        for (var i = 0; i < ROWS; i++) {
            values[3 * i + i % 2] = 2;
        }
        final var shape = EmbeddingShape.of(new DenseRows(ROWS, 3, values),
            new Labels(IntStream.range(0, ROWS).map(i -> i % 2).toArray(), List.of("a", "b")), 1, Progress.NONE);

        assertThat(shape.alignment()).isCloseTo(0, within(1e-9));
        final var apart = ROWS / 2.0 / (ROWS - 1);
        assertThat(shape.uniformity()).isCloseTo(Math.log(apart * Math.exp(-4) + 1 - apart), within(1e-9));
        assertThat(shape.deadShare()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(shape.effectiveRank()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aSpectrumIsKnown() {
        final var values = EmbeddingShape.eigenvalues(new double[][]{{2, 1, 0}, {1, 2, 0}, {0, 0, 5}});
        Arrays.sort(values);

        assertThat(values).containsExactly(new double[]{1, 3, 5}, within(1e-12));
    }

    @Test
    void withASingleLabelNothingIsEvaluated() {
        final var codes = new int[ROWS];
        Arrays.fill(codes, Labels.UNLABELED);
        codes[0] = 0;
        codes[1] = 1;

        final var quality = quality(rows(3, 1, 1), rows(4, 1, 1), new Labels(codes, List.of("a", "b")));

        assertThat(quality.evaluated()).isZero();
        assertThat(quality.verdict()).isEqualTo(Conclusion.TOO_FEW_LABELS);
        assertThat(quality.best()).isEmpty();
        assertThat(quality.shape().alignment()).isNaN();
    }
}
