package org.fewlabel.learn.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.assertj.core.data.Offset;
import org.fewlabel.device.Progress;
import org.junit.jupiter.api.Test;

/**
 * Compares with librosa's conventions. "Published" figures are in librosa's documentation (librosa.hz_to_mel,
 * mel_to_hz, mel_frequencies, filters.mel). All others were computed with NumPy 1.24 from the formulas that librosa
 * documents, not with librosa itself, for the sum of a tone and a sweep that {@link #sound()} makes.
 */
class MelSpectrogramTest {

    private static final int RATE = 8000;

    private static final Offset<Double> CLOSE = within(1e-9);

    private static Waveform sound() {
        final var samples = new double[2000];
        for (var n = 0; n < samples.length; n++) {
            samples[n] = 0.5 * Math.sin(2 * Math.PI * 440 * n / RATE)
                + 0.25 * Math.sin(2 * Math.PI * (1000 + 0.5 * n) * n / RATE);
        }
        return new Waveform(samples, RATE);
    }

    private static double sum(final double[][] numbers) {
        return Arrays.stream(numbers).flatMapToDouble(Arrays::stream).sum();
    }

    @Test
    void slaneysMels() {
        final var published = new double[]{0.9, 1.65, 3.3, 6.6};
        final var hertz = new double[]{60, 110, 220, 440};
        assertThat(Arrays.stream(hertz).map(MelScale.SLANEY::toMel).toArray()).containsExactly(published, CLOSE);
        assertThat(MelScale.SLANEY.toHertz(3)).isCloseTo(200, CLOSE);
        assertThat(MelScale.SLANEY.toHertz(5)).isCloseTo(333.333, within(1e-3));
        assertThat(MelScale.SLANEY.toHertz(20)).isCloseTo(1410.2385678079, within(1e-7));
        assertThat(MelScale.SLANEY.toMel(8000)).isCloseTo(45.2456404719, within(1e-7));
    }

    @Test
    void fortyMelFrequenciesAsPublished() {
        assertThat(MelScale.SLANEY.frequencies(40, 0, 11_025)).containsExactly(new double[]{0, 85.317, 170.635, 255.952,
            341.269, 426.586, 511.904, 597.221, 682.538, 767.855, 853.173, 938.49, 1024.856, 1119.114, 1222.042,
            1334.436,
            1457.167, 1591.187, 1737.532, 1897.337, 2071.84, 2262.393, 2470.47, 2697.686, 2945.799, 3216.731, 3512.582,
            3835.643, 4188.417, 4573.636, 4994.285, 5453.621, 5955.205, 6502.92, 7101.009, 7754.107, 8467.272, 9246.028,
            10096.408, 11025}, within(6e-4));
    }

    @Test
    void melsOfTheHiddenMarkovModelToolkit() {
        assertThat(MelScale.HTK.toMel(60)).isCloseTo(92.6818581317, within(1e-7));
        assertThat(MelScale.HTK.toMel(1000)).isCloseTo(999.9855371396, within(1e-7));
        assertThat(MelScale.HTK.toHertz(1)).isCloseTo(0.6213968666, within(1e-9));
        for (final var scale : MelScale.values()) {
            for (var hertz = 0; hertz < 8000; hertz += 250) {
                assertThat(scale.toHertz(scale.toMel(hertz))).isCloseTo(hertz, within(1e-7));
            }
        }
    }

    @Test
    void filtersHaveTheAreaOneInHertz() {
        final var published = new MelFilters(22_050, 2048, 128, MelScale.SLANEY);
        assertThat(published.weight(0, 0)).isZero();
        assertThat(published.weight(0, 1)).isCloseTo(0.016, within(5e-4)); // as published
        assertThat(published.weight(0, 2)).isCloseTo(0.0323657064, within(1e-9));
        assertThat(published.weight(0, 3)).isCloseTo(0.028990088, within(1e-9));
        final var slaney = new MelFilters(RATE, 256, 40, MelScale.SLANEY);
        assertThat(weights(slaney, 5, 9, 13)).containsExactly(
            new double[]{0, 0.0081413915, 0.017278865, 0.0077199273, 0},
            within(1e-9));
        final var htk = new MelFilters(RATE, 256, 40, MelScale.HTK);
        assertThat(weights(htk, 5, 5, 9)).containsExactly(new double[]{0, 0.0025046736, 0.0198275867, 0.0100181622, 0},
            within(1e-9));
    }

    private static double[] weights(final MelFilters filters, final int band, final int from, final int to) {
        final var weights = new double[to - from + 1];
        Arrays.setAll(weights, i -> filters.weight(band, from + i));
        return weights;
    }

    @Test
    void decibelsOfASound() {
        final var decibels = new MelSpectrogram(RATE, 0.025, 0.010, 40, MelScale.SLANEY).of(sound(), Progress.NONE);
        assertThat(decibels).hasDimensions(26, 40);
        assertThat(decibels[0][0]).isCloseTo(-10.009545122514218, CLOSE);
        assertThat(decibels[3][5]).isCloseTo(-11.777722649654283, CLOSE);
        assertThat(decibels[25][39]).isCloseTo(-23.66345834441363, CLOSE);
        assertThat(Arrays.stream(decibels).flatMapToDouble(Arrays::stream).max().orElseThrow())
            .isCloseTo(10.792493026166515, CLOSE);
        assertThat(Arrays.stream(decibels).flatMapToDouble(Arrays::stream).min().orElseThrow())
            .isCloseTo(10.792493026166515 - 80, CLOSE);
        assertThat(sum(decibels)).isCloseTo(-46209.738095337954, within(1e-5));
        final var htk = new MelSpectrogram(RATE, 0.025, 0.010, 40, MelScale.HTK).of(sound(), Progress.NONE);
        assertThat(htk[3][5]).isCloseTo(-41.24207061036821, CLOSE);
        assertThat(sum(htk)).isCloseTo(-45585.711457923215, within(1e-5));
    }

    @Test
    void coefficientsOfASound() {
        final var decibels = new MelSpectrogram(RATE, 0.025, 0.010, 40, MelScale.SLANEY).of(sound(), Progress.NONE);
        final var cepstrum = new Cepstrum(40, 13);
        final var coefficients = Arrays.stream(decibels).map(cepstrum::of).toArray(double[][]::new);
        assertThat(coefficients[0][0]).isCloseTo(-117.29670156136824, CLOSE);
        assertThat(coefficients[3][1]).isCloseTo(91.62743299120272, CLOSE);
        assertThat(coefficients[10][12]).isCloseTo(28.792637038761736, CLOSE);
        assertThat(sum(coefficients)).isCloseTo(-7797.352458191965, within(1e-6));
    }

    @Test
    void settingsWithEmptyBandsAreRefused() {
        assertThatThrownBy(() -> new MelSpectrogram(RATE, 0.025, 0.010, 300, MelScale.SLANEY))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Use fewer bands or a longer window.");
        assertThatThrownBy(() -> new MelSpectrogram(RATE, 0.0001, 0.010, 40, MelScale.SLANEY))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Choose another window");
        assertThatThrownBy(() -> new MelSpectrogram(RATE, 0.025, 0.010, 40, MelScale.SLANEY)
            .of(new Waveform(new double[8], 16_000), Progress.NONE)).hasMessageContaining("16000 samples per second");
    }
}
