package org.fewlabel.learn.audio;

/**
 * A recording of one channel. The array is not copied and must not be changed afterwards.
 *
 * @param samples finite, from -1 to 1 where the file held whole numbers
 * @param rate samples per second
 */
public record Waveform(double[] samples, int rate) {

    /** @return how long it is, in seconds */
    public double seconds() {
        return (double)samples.length / rate;
    }

    /** @return whether there is no sound at all: every sample is the same */
    public boolean isSilent() {
        for (final var sample : samples) {
            if (sample != samples[0]) {
                return false;
            }
        }
        return true;
    }
}
