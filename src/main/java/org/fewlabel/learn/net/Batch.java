package org.fewlabel.learn.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.fewlabel.device.UserMessageException;

/** The input arrays of one training step. They are allocated once and filled anew for each step. */
public final class Batch {

    private final int items;

    private final Map<Slot, float[]> slots = new EnumMap<>(Slot.class);

    private final List<float[]> masks = new ArrayList<>();

    private final List<Double> rates = new ArrayList<>();

    /**
     * @param items the number of items per step, at least 1
     * @throws IllegalArgumentException if the arrays would be too large
     */
    public Batch(final Network network, final Objective objective, final int items) {
        this.items = items;
        for (final var slot : Slot.values()) {
            final var width = slot.width(network, objective);
            if (width > 0) {
                slots.put(slot, new float[size(items, width)]);
            }
        }
        final var rows = items * objective.views();
        addMasks(network.input().bodyWidth(), network.body(), rows);
        addMasks(objective instanceof Objective.Variational v ? v.latent() : network.bodyWidth(), network.head(), rows);
    }

    private void addMasks(final int width, final List<Layer> layers, final int rows) {
        var at = width;
        for (final var layer : layers) {
            if (layer instanceof Layer.Dropout dropout) {
                masks.add(new float[size(rows, at)]);
                rates.add(dropout.rate());
            }
            at = layer.widthAfter(at);
        }
    }

    private static int size(final int items, final int width) {
        final var size = (long)items * width;
        if (items < 1 || size > Integer.MAX_VALUE / 8) {
            throw new UserMessageException("A batch of " + items + " rows of " + width
                + " numbers does not fit in memory. Decrease the batch size.");
        }
        return (int)size;
    }

    /** @return the number of items */
    public int items() {
        return items;
    }

    /** @return the array of that slot, to be filled; {@code null} if the objective does not use it */
    public float[] get(final Slot slot) {
        return slots.get(slot);
    }

    /**
     * @return the masks of the dropout layers, body before head: each value is 0 or the factor {@code 1 / (1 - rate)}
     */
    public List<float[]> masks() {
        return masks;
    }

    /** Draws what does not depend on the rows: the dropout masks and the Gaussian noise. */
    void draw(final SplittableRandom random) {
        for (var m = 0; m < masks.size(); m++) {
            final var mask = masks.get(m);
            final double rate = rates.get(m);
            final var kept = (float)(1 / (1 - rate));
            for (var i = 0; i < mask.length; i++) {
                mask[i] = random.nextDouble() < rate ? 0 : kept;
            }
        }
        final var noise = get(Slot.NOISE);
        if (noise != null) {
            for (var i = 0; i < noise.length; i++) {
                noise[i] = (float)random.nextGaussian();
            }
        }
    }

    /** Sets masks to 1 and noise to 0, for a deterministic evaluation. */
    public void deterministic() {
        masks.forEach(mask -> Arrays.fill(mask, 1));
        final var noise = get(Slot.NOISE);
        if (noise != null) {
            Arrays.fill(noise, 0);
        }
    }
}
