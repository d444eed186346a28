package org.fewlabel.learn.consistency;

import java.util.SplittableRandom;

import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Slot;

/**
 * Virtual adversarial perturbation (Miyato et al. 2018, equations 5 to 11): moves rows in the direction in which the KL
 * divergence of their predictions grows fastest, found by one power iteration on its Hessian with a finite difference
 * of gradients.
 */
final class Adversary implements AutoCloseable {

    /** The finite difference xi of the paper as a share of the perturbation: large enough for single precision. */
    private static final double DIFFERENCE = 0.1;

    private final Engine.ForwardPass gradients;

    private final boolean[] codes;

    /** The Euclidean norm of the perturbation, epsilon in the paper. */
    private final double norm;

    /**
     * @param items the number of rows per batch
     * @param radius the norm of the perturbation, divided by the square root of the number of plain numbers per row
     */
    Adversary(final Engine engine, final Network network, final Objective.Classification objective, final int items,
        final double radius) {
        gradients = engine.evaluation(network, objective, items, Engine.Output.INPUT_GRADIENT);
        codes = network.input().codes();
        norm = radius * Math.sqrt(network.input().plain());
    }

    /**
     * @param parameters the current ones of the network
     * @param statistics the current ones of the network
     * @param targets the predictions for the rows
     * @param rows the index of the first row's first number in {@code input}; a batch of rows from there on is
     *         perturbed
     */
    void perturb(final float[] parameters, final float[] statistics, final float[] targets, final float[] input,
        final int rows, final SplittableRandom random) {
        final var batch = gradients.batch();
        final var nearby = batch.get(Slot.INPUT);
        final var direction = new float[nearby.length];
        for (var i = 0; i < direction.length; i++) {
            direction[i] = codes[i % codes.length] ? 0 : (float)random.nextGaussian();
        }
        System.arraycopy(input, rows, nearby, 0, nearby.length);
        add(direction, DIFFERENCE * norm, nearby, 0);
        System.arraycopy(targets, 0, batch.get(Slot.CLASSES), 0, targets.length);
        java.util.Arrays.fill(batch.get(Slot.ROW_WEIGHTS), 1);
        batch.deterministic();
        add(gradients.run(parameters, statistics), norm, input, rows);
    }

    /** Adds a step of that length in the direction of each row; rows with a zero direction are unchanged. */
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
