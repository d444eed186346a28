package org.fewlabel.learn.graph;

/**
 * The source term of Poisson learning: {@code y - mean} at each labeled node, with the mean of the labels of its
 * connected component. It sums to 0 over every component, otherwise the equation would have no solution; for a
 * connected graph it is that of Calder, Cook, Thorpe and Slepcev (Poisson learning, 2020).
 *
 * @param values {@code nodes * classes}, node by node
 * @param means {@code components * classes}, component by component: the share of each class among its labels; all 0 if
 *            it has none
 */
record PoissonSource(double[] values, double[] means) {

    static PoissonSource of(final Graph graph, final Seeds seeds) {
        final var classes = seeds.classes();
        final var means = new double[Math.multiplyExact(graph.components(), classes)];
        final var totals = new double[graph.components()];
        for (var i = 0; i < graph.nodes(); i++) {
            totals[graph.component(i)] += seeds.total(i);
            for (var c = 0; c < classes; c++) {
                means[graph.component(i) * classes + c] += seeds.counts()[i * classes + c];
            }
        }
        for (var at = 0; at < means.length; at++) {
            means[at] /= Math.max(1, totals[at / classes]);
        }
        final var values = new double[seeds.counts().length];
        for (var i = 0; i < graph.nodes(); i++) {
            final var total = seeds.total(i);
            for (var c = 0; c < classes && total > 0; c++) {
                values[i * classes + c] = seeds.counts()[i * classes + c]
                    - total * means[graph.component(i) * classes + c];
            }
        }
        return new PoissonSource(values, means);
    }

    /** @return whether the component of a node has a label of a class */
    boolean present(final Graph graph, final int node, final int c, final int classes) {
        return means[graph.component(node) * classes + c] > 0;
    }
}
