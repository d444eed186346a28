package org.fewlabel.learn.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.audio.SoundDescription.Length;
import org.fewlabel.learn.audio.SoundDescription.PadOrCrop;
import org.fewlabel.learn.audio.SoundDescription.Settings;
import org.fewlabel.learn.audio.SoundDescription.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundDescriptionTest {

    private static final int RATE = 8000;

    private static Settings settings(final Length length, final boolean centered, final int coefficients) {
        return new Settings(RATE, 0.025, 0.01, 40, MelScale.SLANEY, 30, centered, length, coefficients);
    }

    private static float[] describe(final Settings settings, final double... samples) {
        return new SoundDescription(settings).of(new Waveform(samples, RATE), Progress.NONE);
    }

    /** A sweep from low to high, so that its parts differ. */
    private static double[] sweep(final int length, final double volume) {
        final var samples = new double[length];
        Arrays.setAll(samples, i -> volume * Math.sin(2 * Math.PI * (200 + 1500.0 * i / length) * i / RATE));
        return samples;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 800, 4000, 40_000})
    void vectorsAreEquallyLong(final int samples) {
        for (final var length : new Length[]{new Stretch(16), new PadOrCrop(66)}) {
            for (final var coefficients : new int[]{0, 13}) {
                final var settings = settings(length, true, coefficients);
                final var vector = describe(settings, sweep(samples, 0.5));
                assertThat(vector).hasSize(length.frames() * (coefficients == 0 ? 40 : 13));
                for (final var number : vector) {
                    assertThat(number).isFinite();
                }
            }
        }
    }

    @Test
    void centeredDescriptionsDoNotDependOnLoudnessOrSurroundingSilence() {
        final var settings = settings(new Stretch(16), true, 0);
        final var loud = describe(settings, sweep(4000, 0.8));
        final var quiet = describe(settings, sweep(4000, 0.08));
        assertThat(loud).containsExactly(quiet, within(1e-3f));
        final var late = new double[8000];
        System.arraycopy(sweep(4000, 0.8), 0, late, 2000, 4000);
        assertThat(describe(settings, late)).containsExactly(loud, within(2f));
        assertThat(sum(loud, 0, 40)).isCloseTo(0, within(1e-3));
        assertThat(IntStream.range(0, loud.length).mapToDouble(i -> loud[i]).map(Math::abs).max().orElseThrow())
            .isGreaterThan(10);
    }

    private static double sum(final float[] vector, final int from, final int to) {
        return IntStream.range(from, to).mapToDouble(i -> vector[i]).sum();
    }

    @Test
    void stretchingTakesTheMeanOfTheFramesOfAPart() {
        final var frames = new double[][]{{0}, {1}, {2}, {3}, {4}};
        assertThat(Frames.stretched(frames, 5)).isDeepEqualTo(frames);
        assertThat(Frames.stretched(frames, 1)).isDeepEqualTo(new double[][]{{2}});
        assertThat(column(Frames.stretched(frames, 2))).containsExactly(new double[]{0.8, 3.2}, within(1e-12));
        assertThat(column(Frames.stretched(frames, 10)))
            .containsExactly(new double[]{0, 0, 1, 1, 2, 2, 3, 3, 4, 4}, within(1e-12));
    }

    private static double[] column(final double[][] frames) {
        return Arrays.stream(frames).mapToDouble(frame -> frame[0]).toArray();
    }

    @Test
    void paddingAndCroppingKeepTheMiddle() {
        final var frames = new double[][]{{1}, {2}, {3}};
        assertThat(column(Frames.padded(frames, 5, 9))).containsExactly(9, 1, 2, 3, 9);
        assertThat(column(Frames.padded(frames, 4, 9))).containsExactly(9, 1, 2, 3);
        assertThat(column(Frames.padded(frames, 1, 9))).containsExactly(2);
        assertThat(column(Frames.padded(frames, 3, 9))).containsExactly(1, 2, 3);
    }

    @Test
    void trimmingKeepsQuietFramesWithin() {
        final var frames = new double[][]{{-50}, {0}, {-60}, {-10}, {-31}};
        assertThat(column(Frames.trim(frames, 30))).containsExactly(0, -60, -10);
        assertThat(Frames.trim(frames, 60)).isDeepEqualTo(frames);
    }

    /** As in librosa for a recording with zeros around it. */
    @Test
    void paddingIsSilence() {
        final var settings = new Settings(RATE, 0.025, 0.01, 40, MelScale.SLANEY, Double.POSITIVE_INFINITY, false,
            new PadOrCrop(66), 0);
        final var vector = describe(settings, sweep(800, 0.5));
        final var values = IntStream.range(0, vector.length).mapToDouble(i -> vector[i]);
        final var statistics = values.summaryStatistics();
        assertThat(vector[0]).isEqualTo(vector[vector.length - 1]).isCloseTo((float)(statistics.getMax() - 80),
            within(1e-4f));
        assertThat(statistics.getMin()).isEqualTo(vector[0]);
    }

    @Test
    void coefficientsAreThoseOfTheBands() {
        final var bands = describe(settings(new Stretch(16), true, 0), sweep(4000, 0.5));
        final var coefficients = describe(settings(new Stretch(16), true, 13), sweep(4000, 0.5));
        final var third = new double[40];
        Arrays.setAll(third, b -> bands[2 * 40 + b]);
        final var expected = new Cepstrum(40, 13).of(third);
        for (var c = 0; c < 13; c++) {
            assertThat((double)coefficients[2 * 13 + c]).isCloseTo(expected[c], within(1e-3));
        }
    }

    @Test
    void inconsistentSettingsAreRefused() {
        assertThatThrownBy(() -> new SoundDescription(settings(new Stretch(16), true, 41)))
            .hasMessageContaining("more coefficients (41) than mel bands (40)");
        assertThatThrownBy(() -> new SoundDescription(settings(new PadOrCrop(1_000_000), true, 0)))
            .hasMessageContaining("more than 1000000");
    }

    @Test
    void canBeCanceled() {
        final var canceled = Checks.canceledAt(1);
        assertThatThrownBy(() -> new SoundDescription(settings(new Stretch(16), true, 0))
            .of(new Waveform(sweep(80_000, 0.5), RATE), canceled)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> Resampler.resample(new Waveform(sweep(80_000, 0.5), RATE), 16_000, canceled))
            .isInstanceOf(CancellationException.class);
    }
}
