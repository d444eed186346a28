package org.fewlabel.learn.pretext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.inputs.InputEncoder;
import org.junit.jupiter.api.Test;

/** SpecAugment masks whole frames and whole bands, in ranges of limited width. */
class FrameMasksTest {

    private static final int ROWS = 200;

    private static final int FRAMES = 20;

    private static final int BANDS = 10;

    private static final int UNITS = 1 + FRAMES * BANDS;

    private static Rows rows() {
        final var random = new SplittableRandom(3);
        final var numbers = new float[ROWS * FRAMES * BANDS];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = (float)random.nextDouble();
        }
        return new Rows(ROWS, List.of(new NumberColumn("x", random.doubles(ROWS).toArray()),
            new VectorColumn("Spectrogram", ROWS, FRAMES * BANDS, FRAMES, numbers)));
    }

    private static PretextTask task(final double strength) {
        return new PretextTask(PretextTask.Kind.TIME_FREQUENCY, List.of("x", "Spectrogram"), strength, 4, 1);
    }

    private static int[][] draw(final Corruption corruption) {
        return corruption.draw(IntStream.range(0, ROWS).toArray(), ROWS, new SplittableRandom(2));
    }

    @Test
    void wholeFramesAndWholeBandsAreHidden() {
        final var widths = new int[2][FRAMES + 1];
        for (final var view : draw(new Corruption(task(0.3), rows()))) {
            for (var row = 0; row < ROWS; row++) {
                final var at = row * UNITS;
                final var r = row;
                final var hiddenFrames = new boolean[FRAMES];
                final var hiddenBands = new boolean[BANDS];
                Arrays.fill(hiddenFrames, true);
                Arrays.fill(hiddenBands, true);
                for (var u = 0; u < FRAMES * BANDS; u++) {
                    final var hidden = view[at + 1 + u] == Corruption.MASKED;
                    hiddenFrames[u / BANDS] &= hidden;
                    hiddenBands[u % BANDS] &= hidden;
                }
                for (var u = 0; u < FRAMES * BANDS; u++) {
                    assertThat(view[at + 1 + u])
                        .isEqualTo(hiddenFrames[u / BANDS] || hiddenBands[u % BANDS] ? Corruption.MASKED : r);
                }
                assertThat(view[at]).as("another column").isEqualTo(row);
                widths[0][count(hiddenFrames)]++;
                widths[1][count(hiddenBands)]++;
            }
        }
        // two masks of 1 to 6 frames, two of 1 to 3 bands
        assertThat(IntStream.range(0, FRAMES + 1).filter(w -> widths[0][w] > 0)).contains(2, 12)
            .allMatch(w -> w >= 1 && w <= 12);
        assertThat(IntStream.range(0, FRAMES + 1).filter(w -> widths[1][w] > 0)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private static int count(final boolean[] hidden) {
        return (int)IntStream.range(0, hidden.length).filter(i -> hidden[i]).count();
    }

    @Test
    void bothViewsDifferAndTheSeedDecides() {
        final var views = draw(new Corruption(task(0.3), rows()));
        assertThat(views[0]).isNotEqualTo(views[1]);
        assertThat(draw(new Corruption(task(0.3), rows()))).isDeepEqualTo(views);
    }

    @Test
    void whatIsHiddenBecomesTheMean() {
        final var rows = rows();
        final var encoder = InputEncoder.fit(rows, InputEncoder.Scaling.ROBUST, Progress.NONE);
        final var encoded = encoder.encode(rows, Progress.NONE);
        final var sources = draw(new Corruption(task(0.3), encoder.columns()))[0];
        final var view = new float[encoded.values().length];
        Corruption.apply(sources, encoded, encoder.columns(), view, 0);
        for (var i = 0; i < view.length; i++) {
            assertThat(view[i]).isEqualTo(sources[i] == Corruption.MASKED ? 0 : encoded.values()[i]);
        }
        assertThat(draw(new Corruption(task(0.3), rows))[0]).as("raw rows alike").isEqualTo(sources);
    }

    @Test
    void anEncoderThatWasStoredKnowsTheFrames() {
        final var encoder = InputEncoder.fit(rows(), InputEncoder.Scaling.ROBUST, Progress.NONE);
        final var restored = InputEncoder.restore(encoder.state());
        assertThat(restored.columns()).isEqualTo(encoder.columns());
        assertThat(restored.columns().get(UNITS - 1).bin().frame()).isEqualTo(FRAMES - 1);
        assertThat(restored.columns().get(UNITS - 1).bin().band()).isEqualTo(BANDS - 1);
    }

    @Test
    void withoutASpectrogramTheTaskIsRefused() {
        final var rows = new Rows(2, List.of(new NumberColumn("x", new double[]{1, 2}),
            new VectorColumn("v", 2, 2, new float[]{1, 2, 3, 4})));
        assertThatThrownBy(() -> new Corruption(task(0.3), rows)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("needs a column from the node Spectrogram");
    }

    @Test
    void framesMustDivideTheVector() {
        assertThatThrownBy(() -> new VectorColumn("v", 1, 4, 3, new float[4]))
            .hasMessage("Column \"v\": 4 numbers cannot be divided into 3 frames.");
    }
}
