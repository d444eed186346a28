package org.fewlabel.learn.consistency;

import java.util.SplittableRandom;

import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Slot;

/**
 * Moves rows into the direction in which their predictions change most (Miyato et al. 2018, equations 5 to 11): one
 * step of the power iteration on the second derivative of the divergence, by its gradient a little off the row.
 */
final class Adversary implements AutoCloseable {

    /** How far off the row the gradient is taken, as a share of the whole way: far enough for single precision. */
    private static final double OFF = 0.1;

    private final Engine.ForwardPass gradients;

    private final boolean[] codes;

    /** How far a row is moved. */
    private final double way;

    /**
     * @param items how many rows are moved at a time
     * @param radius how far, by the square root of the number of their numbers that are no codes
     */
    Adversary(final Engine engine, final Network network, final Objective.Classification objective, final int items,
        final double radius) {
        gradients = engine.evaluation(network, objective, items, Engine.Output.INPUT_GRADIENT);
        codes = network.input().codes();
        way = radius * Math.sqrt(network.input().plain());
    }

    /**
     * @param parameters of the network as it is
     * @param statistics of the network as it is
     * @param targets what it predicts for the rows
     * @param rows where they begin in {@code input}, as many as are moved at a time; moved
     */
    void move(final float[] parameters, final float[] statistics, final float[] targets, final float[] input,
        final int rows, final SplittableRandom random) {
        final var batch = gradients.batch();
        final var near = batch.get(Slot.INPUT);
        final var direction = new float[near.length];
        for (var i = 0; i < direction.length; i++) {
            direction[i] = codes[i % codes.length] ? 0 : (float)random.nextGaussian();
        }
        System.arraycopy(input, rows, near, 0, near.length);
        add(direction, OFF * way, near, 0);
        System.arraycopy(targets, 0, batch.get(Slot.CLASSES), 0, targets.length);
        java.util.Arrays.fill(batch.get(Slot.ROW_WEIGHTS), 1);
        batch.deterministic();
        add(gradients.run(parameters, statistics), way, input, rows);
    }

    /** Moves every row by that length into the direction that is given for it; not at all if that is 0. */
    private void add(final float[] directions, final double length, final float[] target, final int offset) {
        for (var from = 0; from < directions.length; from += codes.length) {
            var square = 0.0;
            for (var i = from; i < from + codes.length; i++) {
                square += (double)directions[i] * directions[i];
            }
            final var scale = square > 0 ? length / Math.sqrt(square) : 0;
            for (var i = from; i < from + codes.length; i++) {
                target[offset + i] += (float)(scale * directions[i]);
            }
        }
    }

    @Override
    public void close() {
        gradients.close();
    }
}
