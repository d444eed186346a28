package org.fewlabel.learn.neighbor;

/**
 * The self-tuning Gaussian kernel, which turns distances into edge weights: {@code exp(-4 d² / s²)}, where {@code s} is
 * the distance of the row to its k-th neighbor. The bandwidth adapts to the local density (Zelnik-Manor and Perona,
 * Self-tuning spectral clustering, 2004; the factor is that of Calder et al., Poisson learning, 2020): weights are
 * between exp(-4) and 1 everywhere, so neither an outlier nor a cluster of near-duplicates is disconnected, as with one
 * bandwidth for all rows.
 */
public final class Kernel {

    private static final double SHARPNESS = 4;

    private Kernel() {
    }

    /** @return the position of the last neighbor of a row in the arrays, -1 if it has none */
    public static int last(final Neighbors neighbors, final int row) {
        var at = (row + 1) * neighbors.k() - 1;
        while (at >= row * neighbors.k() && neighbors.index()[at] < 0) {
            at--;
        }
        return at >= row * neighbors.k() ? at : -1;
    }

    /** @return the directed weight of a neighbor, with the bandwidth of the row */
    public static double weight(final double squaredDistance, final double squaredWidth) {
        return squaredWidth > 0 ? Math.exp(-SHARPNESS * squaredDistance / squaredWidth) : 1;
    }
}
