package org.fewlabel.table.sound;

import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.fewlabel.learn.audio.MelScale;
import org.fewlabel.learn.audio.SoundDescription;

/**
 * The user's settings for spectrograms.
 *
 * @param rate samples per second; empty to derive it from the recordings
 * @param windowSeconds the length of a frame
 * @param hopSeconds the distance between frames
 * @param bands the number of mel bands
 * @param scale the mel scale
 * @param trim see {@link SoundDescription.Settings}
 * @param centered see {@link SoundDescription.Settings}
 * @param parts the number of parts of a recording; 0 to pad or crop it
 * @param seconds the length after padding or cropping; empty to derive it from the recordings
 * @param coefficients the number of cepstral coefficients per frame; 0 for the bands themselves
 * @param image whether to append a picture
 * @param strict whether a recording that cannot be used is an error
 */
public record WantedSound(OptionalInt rate, double windowSeconds, double hopSeconds, int bands, MelScale scale,
    double trim, boolean centered, int parts, OptionalDouble seconds, int coefficients, boolean image, boolean strict) {

    /** @return the number of frames; empty if it is derived from the recordings */
    OptionalInt frames() {
        if (parts > 0) {
            return OptionalInt.of(parts);
        }
        return seconds.isPresent() ? OptionalInt.of(frames(seconds.getAsDouble())) : OptionalInt.empty();
    }

    private int frames(final double length) {
        return (int)Math.max(1, Math.round(length / hopSeconds));
    }

    /** @return the number of values per frame */
    int width() {
        return coefficients == 0 ? bands : coefficients;
    }

    /** @return the settings of the spectrogram, with those derived from the recordings */
    SoundDescription description(final int actualRate, final double actualSeconds) {
        return new SoundDescription(
            new SoundDescription.Settings(actualRate, windowSeconds, hopSeconds, bands, scale, trim,
                centered, parts > 0 ? new SoundDescription.Stretch(parts)
                    : new SoundDescription.PadOrCrop(frames(actualSeconds)),
                coefficients));
    }
}
