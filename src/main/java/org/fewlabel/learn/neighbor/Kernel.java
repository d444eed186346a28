package org.fewlabel.learn.neighbor;

/**
 * How alike two rows are: {@code exp(-4 d² / s²)}, where {@code s} is the distance from the one to its k-th neighbor.
 * The width adapts to how dense the rows lie (Zelnik-Manor and Perona, Self-tuning spectral clustering, 2004; the
 * factor is that of Calder et al., Poisson learning, 2020): weights lie between exp(-4) and 1 everywhere, so neither an
 * outlier nor a clump of near-duplicates is cut off, as one width for all rows would do.
 */
public final class Kernel {

    private static final double SHARPNESS = 4;

    private Kernel() {
    }

    /** @return the position of the last neighbor of that row in the arrays, -1 if it has none */
    public static int last(final Neighbors neighbors, final int row) {
        var at = (row + 1) * neighbors.k() - 1;
        while (at >= row * neighbors.k() && neighbors.index()[at] < 0) {
            at--;
        }
        return at >= row * neighbors.k() ? at : -1;
    }

    /** @return the weight of a neighbor, as its row sees it */
    public static double weight(final double squaredDistance, final double squaredWidth) {
        return squaredWidth > 0 ? Math.exp(-SHARPNESS * squaredDistance / squaredWidth) : 1;
    }
}
