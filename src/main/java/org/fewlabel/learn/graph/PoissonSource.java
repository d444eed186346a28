package org.fewlabel.learn.graph;

/**
 * Where Poisson learning pours in and drains off: at each labeled node {@code y - mean}, with the mean of the labels of
 * its connected part of the graph. The source sums to 0 over every connected part, or the equation would have no
 * solution there; over a connected graph it is the one of Calder, Cook, Thorpe and Slepcev (Poisson learning, 2020).
 *
 * @param values node by node, {@code nodes * classes}
 * @param means part by part, {@code components * classes}: the share of each class among the labels of the part; all 0
 *            if it has none
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

    /** @return whether some label of the part of that node is of that class */
    boolean present(final Graph graph, final int node, final int c, final int classes) {
        return means[graph.component(node) * classes + c] > 0;
    }
}
