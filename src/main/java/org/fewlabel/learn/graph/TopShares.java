package org.fewlabel.learn.graph;

import java.util.Arrays;

/** The sources of each node with the largest values offered so far, and the sum of all offered values. */
final class TopShares {

    private final int kept;

    private final int[] sources;

    private final float[] values;

    private final double[] sums;

    TopShares(final int nodes, final int kept) {
        this.kept = kept;
        this.sources = new int[Math.multiplyExact(nodes, kept)];
        this.values = new float[sources.length];
        this.sums = new double[nodes];
        Arrays.fill(sources, -1);
    }

    int nodes() {
        return sums.length;
    }

    int kept() {
        return kept;
    }

    /**
     * @param whole the contribution of the source to the sum of the node; 0 and below are ignored
     * @param value by which sources are ranked; ties keep the order of the offers
     */
    void offer(final int node, final int source, final double whole, final double value) {
        if (whole <= 0) {
            return;
        }
        sums[node] += whole;
        final var first = node * kept;
        var at = first + kept;
        while (at > first && (sources[at - 1] < 0 || values[at - 1] < (float)value)) {
            at--;
        }
        if (at < first + kept) {
            System.arraycopy(sources, at, sources, at + 1, first + kept - at - 1);
            System.arraycopy(values, at, values, at + 1, first + kept - at - 1);
            sources[at] = source;
            values[at] = (float)value;
        }
    }

    /** @return the source at a rank, from 0; -1 if there is none */
    int source(final int node, final int at) {
        return sources[node * kept + at];
    }

    /** @return its value as a share of the sum of the node */
    double share(final int node, final int at) {
        return values[node * kept + at] / sums[node];
    }
}
