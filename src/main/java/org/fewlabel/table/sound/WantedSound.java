package org.fewlabel.table.sound;

import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.fewlabel.learn.audio.MelScale;
import org.fewlabel.learn.audio.SoundDescription;

/**
 * How the user wants recordings to be described.
 *
 * @param rate samples per second; empty to go by the recordings
 * @param windowSeconds how long a frame is
 * @param hopSeconds from one frame to the next
 * @param bands of the mel scale
 * @param scale the mel scale
 * @param trim see {@link SoundDescription.Settings}
 * @param centered see {@link SoundDescription.Settings}
 * @param parts into how many parts a recording is divided; 0 to pad or crop it
 * @param seconds to which length it is padded or cropped; empty to go by the recordings
 * @param coefficients how many cepstral coefficients describe a frame; 0 for the bands themselves
 * @param image whether a picture is wanted beside
 * @param strict whether a recording that cannot be used is an error
 */
public record WantedSound(OptionalInt rate, double windowSeconds, double hopSeconds, int bands, MelScale scale,
    double trim, boolean centered, int parts, OptionalDouble seconds, int coefficients, boolean image, boolean strict) {

    /** @return how many frames there will be; empty if that goes by the recordings */
    OptionalInt frames() {
        if (parts > 0) {
            return OptionalInt.of(parts);
        }
        return seconds.isPresent() ? OptionalInt.of(frames(seconds.getAsDouble())) : OptionalInt.empty();
    }

    private int frames(final double length) {
        return (int)Math.max(1, Math.round(length / hopSeconds));
    }

    /** @return how many numbers a frame has */
    int width() {
        return coefficients == 0 ? bands : coefficients;
    }

    /** @return how the recordings are described, now that it is known what goes by them */
    SoundDescription description(final int actualRate, final double actualSeconds) {
        return new SoundDescription(
            new SoundDescription.Settings(actualRate, windowSeconds, hopSeconds, bands, scale, trim,
                centered, parts > 0 ? new SoundDescription.Stretch(parts)
                    : new SoundDescription.PadOrCrop(frames(actualSeconds)),
                coefficients));
    }
}
