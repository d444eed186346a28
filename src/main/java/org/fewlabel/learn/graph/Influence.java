package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;

/**
 * The influence of each labeled row on the prediction of each row. The result of a linear method is a sum over the
 * labeled rows; the share of a labeled row is its part of that sum.
 * <ul>
 * <li>Label propagation: the probability that a random walk from the row, along the edges by their weights, reaches
 * this labeled row before any other (Zhu, Ghahramani and Lafferty 2003). Laplace learning with class-mass
 * normalization, Poisson learning and the ensembles of Automatic are not fully described by that walk; it is the
 * closest method that has shares.</li>
 * <li>Label spreading: the row's entries of {@code (I - alpha S)^-1} (Zhou et al. 2004).</li>
 * </ul> Up to {@value #MAX_EXACT} labeled nodes the systems are solved in batches, so that no array of rows times
 * labels is needed. With more, the shares are those of walks of at most {@value #SWEEPS} steps, of which every node
 * keeps the {@value #KEPT} largest (and at least as many as requested): then labels are near and walks short.
 *
 * @param most the maximum number of labeled rows per row
 * @param rows {@code most} row indices per row, the largest share first; -1 where there are no more
 * @param shares the shares of these rows; 0 where there are no more
 */
public record Influence(int most, int[] rows, float[] shares) {

    static final int MAX_EXACT = 256;

    static final int SWEEPS = 60;

    static final int KEPT = 16;

    private static final int BATCH = 32;

    private static final double TOLERANCE = 1e-8;

    /**
     * @param rowGraph the graph of the rows
     * @param labels of the rows; at least one is labeled
     * @param alpha the parameter of label spreading; 1 for the random walk of label propagation
     * @param most the maximum number of labeled rows per row, at least 1
     * @throws IllegalArgumentException if alpha is not above 0 and at most 1, or most is below 1
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Influence of(final RowGraph rowGraph, final Labels labels, final double alpha, final int most,
        final Workers workers, final Progress progress) {
        return of(rowGraph, labels, alpha, most, MAX_EXACT, workers, progress);
    }

    static Influence of(final RowGraph rowGraph, final Labels labels, final double alpha, final int most,
        final int maxExact, final Workers workers, final Progress progress) {
        if (!(alpha > 0 && alpha <= 1) || most < 1) {
            throw new UserMessageException("There are no " + most + " shares with alpha " + alpha + ".");
        }
        final var seeds = rowGraph.seeds(labels);
        final var sources = IntStream.range(0, seeds.nodes()).filter(i -> seeds.total(i) > 0).toArray();
        final TopShares top;
        if (sources.length <= maxExact) {
            top = new TopShares(seeds.nodes(), Math.min(most, sources.length));
            for (var from = 0; from < sources.length; from += BATCH) {
                final var to = Math.min(sources.length, from + BATCH);
                solve(rowGraph.graph(), seeds, Arrays.copyOfRange(sources, from, to), alpha, top, workers,
                    progress.part((double)from / sources.length, (double)to / sources.length));
            }
        } else {
            top = RandomWalks.shares(rowGraph.graph(), seeds, alpha, Math.max(KEPT, most), SWEEPS, workers, progress);
        }
        return ofRows(rowGraph.nodes(), labels, top, most);
    }

    private static void solve(final Graph graph, final Seeds seeds, final int[] sources, final double alpha,
        final TopShares top, final Workers workers, final Progress progress) {
        final var width = sources.length;
        final var reached = seeds.reached(graph);
        final var unknown = new boolean[graph.nodes()];
        for (var i = 0; i < unknown.length; i++) {
            unknown[i] = reached[i] && (alpha < 1 || seeds.total(i) == 0);
        }
        final var system = new SpreadSystem(graph, unknown, alpha, width);
        final var rightSides = new double[Math.multiplyExact(graph.nodes(), width)];
        for (var s = 0; s < width; s++) {
            final var source = sources[s];
            if (alpha < 1) {
                rightSides[source * width + s] = seeds.total(source);
            }
            for (var e = graph.start(source); e < graph.start(source + 1) && alpha == 1; e++) {
                final var i = graph.target(e);
                rightSides[i * width + s] = unknown[i] ? system.inverseRoots()[i] * graph.weight(e) : 0;
            }
        }
        final var solution = system.solve(rightSides, TOLERANCE, workers, progress);
        for (var i = 0; i < unknown.length; i++) {
            for (var s = 0; s < width; s++) {
                final var known = !unknown[i] && i == sources[s] ? 1 : 0;
                final var share = Math.max(known, solution[i * width + s]);
                top.offer(i, sources[s], share, share / seeds.total(sources[s]));
            }
        }
    }

    private static Influence ofRows(final int[] nodes, final Labels labels, final TopShares top, final int most) {
        final var labeledRows = new int[top.nodes()][];
        for (final var row : labels.labeled()) {
            final var before = labeledRows[nodes[row]];
            labeledRows[nodes[row]] = before == null ? new int[]{row} : Arrays.copyOf(before, before.length + 1);
            labeledRows[nodes[row]][labeledRows[nodes[row]].length - 1] = row;
        }
        final var rows = new int[Math.multiplyExact(nodes.length, most)];
        final var shares = new float[rows.length];
        Arrays.fill(rows, -1);
        for (var row = 0; row < nodes.length; row++) {
            var next = 0;
            for (var at = 0; at < top.kept() && next < most; at++) {
                final var source = top.source(nodes[row], at);
                for (var r = 0; source >= 0 && r < labeledRows[source].length && next < most; r++) {
                    rows[row * most + next] = labeledRows[source][r];
                    shares[row * most + next++] = (float)top.share(nodes[row], at);
                }
            }
        }
        return new Influence(most, rows, shares);
    }
}
