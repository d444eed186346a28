package org.fewlabel.learn.consistency;

import org.fewlabel.learn.net.Loop;

/** Accumulates the figures of an epoch. */
final class EpochStatistics {

    private int steps;

    private double supervised;

    private double consistency;

    private int unlabeled;

    private double weight;

    private double known;

    private double correct;

    /** Adds the target of an unlabeled row. */
    void target(final float targetWeight, final int predicted, final int truth) {
        unlabeled++;
        weight += targetWeight;
        if (truth >= 0) {
            known += targetWeight;
            correct += predicted == truth ? targetWeight : 0;
        }
    }

    /**
     * Adds a step.
     *
     * @param losses of its rows
     * @param labeled the number of labeled rows, which come first
     * @param scale the factor that was applied to the losses of the others
     */
    void step(final float[] losses, final int labeled, final double scale) {
        steps++;
        for (var i = 0; i < losses.length; i++) {
            if (i < labeled) {
                supervised += losses[i];
            } else {
                consistency += losses[i] / scale;
            }
        }
    }

    /** @return the figures of the epoch; the accumulation restarts */
    ConsistencyResult.Epoch end(final Loop.Pass pass) {
        final var epoch = new ConsistencyResult.Epoch(pass.epoch(), supervised / steps, consistency / steps,
            weight / unlabeled,
            correct / known, pass.learningRate(), pass.seconds(), pass.rowsPerSecond());
        steps = 0;
        supervised = 0;
        consistency = 0;
        unlabeled = 0;
        weight = 0;
        known = 0;
        correct = 0;
        return epoch;
    }
}
