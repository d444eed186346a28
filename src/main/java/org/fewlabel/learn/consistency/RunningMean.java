package org.fewlabel.learn.consistency;

/** A moving average of vectors over the steps: the plain mean at first, then exponential with the decay 0.99. */
final class RunningMean {

    private static final double DECAY = 0.99;

    private final double[] values;

    private long steps;

    RunningMean(final int size) {
        values = new double[size];
    }

    /** Adds the values of a step. @return the averages, in an array that changes with every step */
    double[] add(final double... stepValues) {
        steps++;
        final var share = 1 - Math.min(DECAY, 1 - 1.0 / steps);
        for (var i = 0; i < values.length; i++) {
            values[i] += share * (stepValues[i] - values[i]);
        }
        return values;
    }
}
