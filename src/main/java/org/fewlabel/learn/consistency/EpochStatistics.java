package org.fewlabel.learn.consistency;

import org.fewlabel.learn.net.Loop;

/** Adds up what an epoch's history is made of. */
final class EpochStatistics {

    private int steps;

    private double supervised;

    private double consistency;

    private int unlabeled;

    private double weight;

    private double known;

    private double right;

    /** Counts the target of an unlabeled row. */
    void target(final float itsWeight, final int predicted, final int truth) {
        unlabeled++;
        weight += itsWeight;
        if (truth >= 0) {
            known += itsWeight;
            right += predicted == truth ? itsWeight : 0;
        }
    }

    /**
     * Counts a step.
     *
     * @param losses of its rows
     * @param labeled how many of them are labeled rows, which come first
     * @param scale what the others were multiplied by
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

    /** @return the epoch; counting begins anew */
    ConsistencyResult.Epoch end(final Loop.Pass pass) {
        final var epoch = new ConsistencyResult.Epoch(pass.epoch(), supervised / steps, consistency / steps,
            weight / unlabeled,
            right / known, pass.learningRate(), pass.seconds(), pass.rowsPerSecond());
        steps = 0;
        supervised = 0;
        consistency = 0;
        unlabeled = 0;
        weight = 0;
        known = 0;
        right = 0;
        return epoch;
    }
}
