package org.fewlabel.learn.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    private static Waveform resampled(final double hertz, final int from, final int to) {
        return Resampler.resample(new Waveform(WaveBytes.tone(hertz, from, 0.5), from), to, Progress.NONE);
    }

    /** @return the largest difference, away from the ends */
    private static double difference(final Waveform actual, final double[] expected) {
        assertThat(actual.samples().length).isBetween(expected.length - 1, expected.length + 1);
        var largest = 0.0;
        for (var i = expected.length / 5; i < expected.length * 4 / 5; i++) {
            largest = Math.max(largest, Math.abs(actual.samples()[i] - expected[i]));
        }
        return largest;
    }

    @ParameterizedTest
    @CsvSource({"44100,16000", "48000,8000", "8000,16000", "11127,8000", "8000,44100", "22050,16000", "16000,8000"})
    void aToneStaysTheSameTone(final int from, final int to) {
        assertThat(difference(resampled(1000, from, to), WaveBytes.tone(1000, to, 0.5))).isLessThan(1e-4);
    }

    @Test
    void frequenciesAboveHalfTheLowerRateAreRemoved() {
        final var folded = resampled(6000, 16_000, 8000).samples();
        assertThat(Arrays.stream(folded, 800, folded.length - 800).map(Math::abs).max().orElseThrow()).isLessThan(1e-4);
    }

    @Test
    void theSameRateChangesNothing() {
        final var wave = new Waveform(new double[]{1, 2}, 8000);
        assertThat(Resampler.resample(wave, 8000, Progress.NONE)).isSameAs(wave);
    }

    @Test
    void anAbsurdLengthIsRefused() {
        assertThatThrownBy(() -> Resampler.resample(new Waveform(new double[10_000], 1), 1_000_000, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("too long");
    }
}
