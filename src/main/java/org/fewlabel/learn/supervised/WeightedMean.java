package org.fewlabel.learn.supervised;

import java.util.Arrays;
import java.util.List;

/** Weighted means of probabilities. */
public final class WeightedMean {

    private WeightedMean() {
    }

    /**
     * @param parts each row by row, as many numbers; NaN where a part cannot tell
     * @return their mean over the parts that can tell, each counted once; NaN where none can
     */
    public static double[] of(final List<double[]> parts) {
        final var equal = new double[parts.size()];
        Arrays.fill(equal, 1);
        return of(parts, equal);
    }

    /**
     * @param parts each row by row, as many numbers; NaN where a part cannot tell
     * @param weights of the parts
     * @return their mean over the parts that can tell; NaN where none with a weight can
     */
    public static double[] of(final List<double[]> parts, final double[] weights) {
        final var mean = new double[parts.get(0).length];
        for (var at = 0; at < mean.length; at++) {
            var sum = 0.0;
            for (var p = 0; p < weights.length; p++) {
                final var value = parts.get(p)[at];
                if (!Double.isNaN(value) && weights[p] > 0) {
                    mean[at] += weights[p] * value;
                    sum += weights[p];
                }
            }
            mean[at] /= sum; // 0 / 0 is NaN
        }
        return mean;
    }
}
