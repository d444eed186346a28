package org.fewlabel.learn.graph;

/** The normalized cut of a partition of a graph's nodes. */
public final class NormalizedCut {

    private NormalizedCut() {
    }

    /**
     * The normalized cut (Shi and Malik, Normalized cuts and image segmentation, 2000): the sum over the classes of the
     * weight of the edges that leave the class, divided by the degrees of its nodes. It needs no labels and is small
     * for a partition along the gaps of the graph.
     *
     * @param partition the class of each node, -1 for none; such nodes are ignored
     * @param classes the number of classes
     * @return at least 0, at most the number of classes
     */
    public static double normalized(final Graph graph, final int[] partition, final int classes) {
        final var volume = new double[classes];
        final var leaving = new double[classes];
        for (var i = 0; i < graph.nodes(); i++) {
            for (var e = graph.start(i); e < graph.start(i + 1) && partition[i] >= 0; e++) {
                final var other = partition[graph.target(e)];
                volume[partition[i]] += graph.weight(e);
                leaving[partition[i]] += other == partition[i] || other < 0 ? 0 : graph.weight(e);
            }
        }
        var sum = 0.0;
        for (var c = 0; c < classes; c++) {
            sum += volume[c] > 0 ? leaving[c] / volume[c] : 0;
        }
        return sum;
    }
}
