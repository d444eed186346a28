package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;

/**
 * Which labeled rows decided each row, and how much. What a linear method makes of a row is a sum over the labeled
 * rows; the share of one is its part of that sum.
 * <ul>
 * <li>Label propagation: the probability that a random walk from the row, along the edges by their weights, meets this
 * labeled row before any other (Zhu, Ghahramani and Lafferty 2003). Laplace learning with class-mass normalization,
 * Poisson learning and the mixtures of Automatic are not told by that walk alone; it is the nearest to them that has
 * shares.</li>
 * <li>Label spreading: the row's entries of {@code (I - alpha S)^-1} (Zhou et al. 2004).</li>
 * </ul> Up to {@value #MOST_EXACT} labeled nodes these are solved for, a batch of them at a time, so that no array of
 * rows times labels is needed. With more, the shares are those of walks of at most {@value #SWEEPS} steps, of which
 * every node remembers the {@value #KEPT} largest (and at least as many as asked for): then labels are near and walks
 * short.
 *
 * @param most how many labeled rows are named for a row, at most
 * @param rows row by row, {@code most} row indices, the largest share first; -1 from where on there are no more
 * @param shares of these rows; 0 where there are no more
 */
public record Influence(int most, int[] rows, float[] shares) {

    static final int MOST_EXACT = 256;

    static final int SWEEPS = 60;

    static final int KEPT = 16;

    private static final int BATCH = 32;

    private static final double TOLERANCE = 1e-8;

    /**
     * @param joined the rows in their graph
     * @param labels of the rows; at least one is labeled
     * @param alpha of label spreading; 1 for the walk of label propagation
     * @param most how many labeled rows are named for a row, at least 1
     * @throws IllegalArgumentException if alpha is not above 0 and at most 1, or most is below 1
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Influence of(final RowGraph joined, final Labels labels, final double alpha, final int most,
        final Workers workers, final Progress progress) {
        return of(joined, labels, alpha, most, MOST_EXACT, workers, progress);
    }

    static Influence of(final RowGraph joined, final Labels labels, final double alpha, final int most,
        final int mostExact, final Workers workers, final Progress progress) {
        if (!(alpha > 0 && alpha <= 1) || most < 1) {
            throw new UserMessageException("There are no " + most + " shares with alpha " + alpha + ".");
        }
        final var seeds = joined.seeds(labels);
        final var sources = IntStream.range(0, seeds.nodes()).filter(i -> seeds.total(i) > 0).toArray();
        final TopShares top;
        if (sources.length <= mostExact) {
            top = new TopShares(seeds.nodes(), Math.min(most, sources.length));
            for (var from = 0; from < sources.length; from += BATCH) {
                final var to = Math.min(sources.length, from + BATCH);
                solve(joined.graph(), seeds, Arrays.copyOfRange(sources, from, to), alpha, top, workers,
                    progress.part((double)from / sources.length, (double)to / sources.length));
            }
        } else {
            top = RandomWalks.shares(joined.graph(), seeds, alpha, Math.max(KEPT, most), SWEEPS, workers, progress);
        }
        return ofRows(joined.nodes(), labels, top, most);
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
        final var right = new double[Math.multiplyExact(graph.nodes(), width)];
        for (var s = 0; s < width; s++) {
            final var source = sources[s];
            if (alpha < 1) {
                right[source * width + s] = seeds.total(source);
            }
            for (var e = graph.start(source); e < graph.start(source + 1) && alpha == 1; e++) {
                final var i = graph.target(e);
                right[i * width + s] = unknown[i] ? system.inverseRoots()[i] * graph.weight(e) : 0;
            }
        }
        final var solution = system.solve(right, TOLERANCE, workers, progress);
        for (var i = 0; i < unknown.length; i++) {
            for (var s = 0; s < width; s++) {
                final var known = !unknown[i] && i == sources[s] ? 1 : 0;
                final var share = Math.max(known, solution[i * width + s]);
                top.offer(i, sources[s], share, share / seeds.total(sources[s]));
            }
        }
    }

    private static Influence ofRows(final int[] nodes, final Labels labels, final TopShares top, final int most) {
        final var carried = new int[top.nodes()][];
        for (final var row : labels.labeled()) {
            final var before = carried[nodes[row]];
            carried[nodes[row]] = before == null ? new int[]{row} : Arrays.copyOf(before, before.length + 1);
            carried[nodes[row]][carried[nodes[row]].length - 1] = row;
        }
        final var rows = new int[Math.multiplyExact(nodes.length, most)];
        final var shares = new float[rows.length];
        Arrays.fill(rows, -1);
        for (var row = 0; row < nodes.length; row++) {
            var next = 0;
            for (var at = 0; at < top.kept() && next < most; at++) {
                final var source = top.source(nodes[row], at);
                for (var r = 0; source >= 0 && r < carried[source].length && next < most; r++) {
                    rows[row * most + next] = carried[source][r];
                    shares[row * most + next++] = (float)top.share(nodes[row], at);
                }
            }
        }
        return new Influence(most, rows, shares);
    }
}
