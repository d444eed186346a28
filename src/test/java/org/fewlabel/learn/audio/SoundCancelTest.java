package org.fewlabel.learn.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.fewlabel.device.Checks;
import org.fewlabel.device.CancelCheck;
import org.junit.jupiter.api.Test;

/** Cancel is checked in proportion to the samples of a long recording. */
class SoundCancelTest {

    private static final int SAMPLES = 10_000_000;

    @Test
    void decodingChecksInProportionToSamples() throws WaveException {
        final var samples = new double[SAMPLES];
        samples[7] = 1;
        final var file = WaveFile.of(new WaveBytes().as(1, 8).of(samples));
        final var checks = Checks.patient();
        file.waveform(checks);
        assertThat(checks.count()).isGreaterThan(SAMPLES / CancelCheck.OPERATIONS);
    }

    /** A sample of a lower rate is a sum over more samples of the original. */
    @Test
    void loweringTheRateChecksInProportionToSums() {
        final var checks = Checks.patient();
        Resampler.resample(new Waveform(new double[1_000_000], 192_000), 500, checks);
        assertThat(checks.count()).as("some 100 million products").isGreaterThan(20);
    }

    @Test
    void theSpectrogramChecksInProportionToFrames() {
        final var checks = Checks.patient();
        new MelSpectrogram(8000, 0.025, 0.01, 40, MelScale.SLANEY).of(new Waveform(new double[2_000_000], 8000),
            checks);
        assertThat(checks.count()).as("some 400 million operations").isGreaterThan(100);
    }
}
