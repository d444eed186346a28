package org.fewlabel.learn.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.fewlabel.device.Checks;
import org.fewlabel.device.CancelCheck;
import org.junit.jupiter.api.Test;

/** Cancellation is checked while a long recording is read, in proportion to its samples. */
class SoundCancelTest {

    private static final int SAMPLES = 10_000_000;

    @Test
    void decodingIsAskedBySamples() throws WaveException {
        final var samples = new double[SAMPLES];
        samples[7] = 1;
        final var file = WaveFile.of(new WaveBytes().as(1, 8).of(samples));
        final var checks = Checks.patient();
        file.waveform(checks);
        assertThat(checks.asked()).isGreaterThan(SAMPLES / CancelCheck.OPERATIONS);
    }

    /** A sample of the new rate is a sum over the more samples of the old one, the lower it is. */
    @Test
    void loweringTheRateIsAskedByWhatIsAddedUp() {
        final var checks = Checks.patient();
        Resampler.resample(new Waveform(new double[1_000_000], 192_000), 500, checks);
        assertThat(checks.asked()).as("some 100 million products").isGreaterThan(20);
    }

    @Test
    void theSpectrogramIsAskedByItsFrames() {
        final var checks = Checks.patient();
        new MelSpectrogram(8000, 0.025, 0.01, 40, MelScale.SLANEY).of(new Waveform(new double[2_000_000], 8000),
            checks);
        assertThat(checks.asked()).as("some 400 million operations").isGreaterThan(100);
    }
}
