package org.fewlabel.learn.pretext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.TimeFrequencyBin;

/**
 * Time and frequency masking of spectrograms (SpecAugment, Park et al. 2019, without its time warping): two masks per
 * axis, as in its policy LD, each of uniform random width from one frame or band to the maximum, at a random position.
 */
final class FrameMasks {

    private static final int MASKS = 2;

    private final List<Spectrogram> spectrograms = new ArrayList<>();

    /** Per frame, and per band, the units in it. */
    private record Spectrogram(List<List<Integer>> frames, List<List<Integer>> bands) {
    }

    /**
     * @param bins per unit its bin, {@code null} for one that belongs to no spectrogram
     * @throws UserMessageException if none belongs to any; the message is for the user
     */
    FrameMasks(final List<TimeFrequencyBin> bins) {
        final Map<String, Spectrogram> byName = new LinkedHashMap<>();
        for (var unit = 0; unit < bins.size(); unit++) {
            final var bin = bins.get(unit);
            if (bin != null) {
                final var spectrogram = byName.computeIfAbsent(bin.vector(),
                    name -> new Spectrogram(new ArrayList<>(), new ArrayList<>()));
                at(spectrogram.frames, bin.frame()).add(unit);
                at(spectrogram.bands, bin.band()).add(unit);
            }
        }
        if (byName.isEmpty()) {
            throw new UserMessageException("The task \"" + PretextTask.Kind.TIME_FREQUENCY.text()
                + "\" needs a column from the node Spectrogram. Add one, or choose another task.");
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
     * @param sources receives {@link Corruption#MASKED} for masked units
     * @param offset the index of the view's first unit
     * @param maxShare the maximum share of all frames, or bands, of one mask
     */
    void mask(final int[] sources, final int offset, final double maxShare, final SplittableRandom random) {
        for (final var spectrogram : spectrograms) {
            for (var m = 0; m < MASKS; m++) {
                mask(spectrogram.frames, sources, offset, maxShare, random);
                mask(spectrogram.bands, sources, offset, maxShare, random);
            }
        }
    }

    private static void mask(final List<List<Integer>> lines, final int[] sources, final int offset,
        final double maxShare,
        final SplittableRandom random) {
        final var width = 1 + random.nextInt(Math.max(1, (int)Math.round(maxShare * lines.size())));
        final var from = random.nextInt(lines.size() - width + 1);
        for (final var line : lines.subList(from, from + width)) {
            for (final var unit : line) {
                sources[offset + unit] = Corruption.MASKED;
            }
        }
    }
}
