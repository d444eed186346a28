package org.fewlabel.learn.consistency;

/**
 * The exponential moving average (EMA) of a network's weights and of its running statistics (Tarvainen &amp; Valpola
 * 2017, section 2). It starts as the plain mean, so that the initial weights soon have little influence.
 */
final class WeightAverage {

    private final double decay;

    private final float[] parameters;

    private final float[] statistics;

    private long steps;

    /** @param decay the weight of the old average in each step, from 0 to below 1 */
    WeightAverage(final float[] parameters, final float[] statistics, final double decay) {
        this.parameters = parameters.clone();
        this.statistics = statistics.clone();
        this.decay = decay;
    }

    /** Adds the weights after a step. */
    void add(final float[] newParameters, final float[] newStatistics) {
        steps++;
        final var share = (float)(1 - Math.min(decay, 1 - 1.0 / (steps + 1)));
        average(parameters, newParameters, share);
        average(statistics, newStatistics, share);
    }

    private static void average(final float[] average, final float[] to, final float share) {
        for (var i = 0; i < average.length; i++) {
            average[i] += share * (to[i] - average[i]);
        }
    }

    /** @return the average of the weights; it changes with every step */
    float[] parameters() {
        return parameters;
    }

    /** @return the average of the statistics; it changes with every step */
    float[] statistics() {
        return statistics;
    }
}
