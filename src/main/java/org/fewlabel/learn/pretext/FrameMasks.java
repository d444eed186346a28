package org.fewlabel.learn.pretext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.TimeFrequencyBin;

/**
 * Hides stretches of time and of pitch in spectrograms (Park et al. 2019, SpecAugment, without its time warping): two
 * masks each way, as in its policy LD, each between one frame or band and the widest allowed, at any place.
 */
final class FrameMasks {

    private static final int MASKS = 2;

    private final List<Spectrogram> spectrograms = new ArrayList<>();

    /** By the number of a frame, or of a band, the units in it. */
    private record Spectrogram(List<List<Integer>> frames, List<List<Integer>> bands) {
    }

    /**
     * @param places by unit where it is, {@code null} for one that is in no spectrogram
     * @throws UserMessageException if none is in any; the message is for the user
     */
    FrameMasks(final List<TimeFrequencyBin> places) {
        final Map<String, Spectrogram> byName = new LinkedHashMap<>();
        for (var unit = 0; unit < places.size(); unit++) {
            final var place = places.get(unit);
            if (place != null) {
                final var spectrogram = byName.computeIfAbsent(place.vector(),
                    name -> new Spectrogram(new ArrayList<>(), new ArrayList<>()));
                at(spectrogram.frames, place.frame()).add(unit);
                at(spectrogram.bands, place.band()).add(unit);
            }
        }
        if (byName.isEmpty()) {
            throw new UserMessageException("The task \"" + PretextTask.Kind.TIME_FREQUENCY.text()
                + "\" needs a column that the node Spectrogram has made. Add one, or choose another task.");
        }
        spectrograms.addAll(byName.values());
    }

    private static List<Integer> at(final List<List<Integer>> lists, final int index) {
        while (lists.size() <= index) {
            lists.add(new ArrayList<>());
        }
        return lists.get(index);
    }

    /**
     * @param sources takes {@link Corruption#HIDDEN} for units that are hidden
     * @param offset where the view begins
     * @param widest the share of all frames, or bands, that one mask may hide
     */
    void hide(final int[] sources, final int offset, final double widest, final SplittableRandom random) {
        for (final var spectrogram : spectrograms) {
            for (var m = 0; m < MASKS; m++) {
                hide(spectrogram.frames, sources, offset, widest, random);
                hide(spectrogram.bands, sources, offset, widest, random);
            }
        }
    }

    private static void hide(final List<List<Integer>> lines, final int[] sources, final int offset,
        final double widest,
        final SplittableRandom random) {
        final var width = 1 + random.nextInt(Math.max(1, (int)Math.round(widest * lines.size())));
        final var from = random.nextInt(lines.size() - width + 1);
        for (final var line : lines.subList(from, from + width)) {
            for (final var unit : line) {
                sources[offset + unit] = Corruption.HIDDEN;
            }
        }
    }
}
