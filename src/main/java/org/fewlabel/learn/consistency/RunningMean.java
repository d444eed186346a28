package org.fewlabel.learn.consistency;

/** The moving average of some numbers over the steps: the plain mean at first, then about of the last 100. */
final class RunningMean {

    private static final double DECAY = 0.99;

    private final double[] values;

    private long steps;

    RunningMean(final int size) {
        values = new double[size];
    }

    /** Takes in the numbers of a step. @return the averages with them; they change with every step */
    double[] add(final double... ofStep) {
        steps++;
        final var share = 1 - Math.min(DECAY, 1 - 1.0 / steps);
        for (var i = 0; i < values.length; i++) {
            values[i] += share * (ofStep[i] - values[i]);
        }
        return values;
    }
}
