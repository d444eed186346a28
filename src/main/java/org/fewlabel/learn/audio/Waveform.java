package org.fewlabel.learn.audio;

/**
 * A mono recording. The array is not copied and must not be changed afterwards.
 *
 * @param samples finite, from -1 to 1 if the file contained integers
 * @param rate samples per second
 */
public record Waveform(double[] samples, int rate) {

    /** @return the duration in seconds */
    public double seconds() {
        return (double)samples.length / rate;
    }

    /** @return whether the recording is silent: all samples are equal */
    public boolean isSilent() {
        for (final var sample : samples) {
            if (sample != samples[0]) {
                return false;
            }
        }
        return true;
    }
}
