package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;

/**
 * Label spreading (Zhou, Bousquet, Lal, Weston and Schölkopf, Learning with local and global consistency, 2004):
 * {@code F = (1 - alpha) (I - alpha S)^-1 Y} with {@code S = D^-½ W D^-½}; a node's probabilities are its normalized
 * row of F. Every label has the same mass, so a class with more labels has more weight. The class of labeled nodes may
 * change.
 * <p>
 * The mass decreases with the distance to the labels. Where it is indistinguishable from rounding, a node gets the
 * weighted mean of those neighbors that are nearer to a label.
 */
public final class LabelSpreading implements GraphMethod {

    /**
     * The best on average of 0.8, 0.9, 0.95 and 0.98 over four real sets (8x8 digits, breast cancer, wine, image
     * segments) with 1, 4 and 10 labels per class, also for any three of them that include wine; the mean accuracies of
     * the first three values differ by less than a percentage point.
     */
    public static final double DEFAULT_ALPHA = 0.95;

    private static final double TOLERANCE = 1e-12;

    /** The smallest mass, relative to that of a label, of which the tolerance leaves two significant digits. */
    private static final double MIN_MASS = 1e-8;

    private final double alpha;

    /**
     * @param alpha the share of a node's mass that comes from its neighbors; above 0, below 1
     * @throws IllegalArgumentException if it is not
     */
    public LabelSpreading(final double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new UserMessageException("Alpha must lie between 0 and 1, not be " + alpha + ".");
        }
        this.alpha = alpha;
    }

    @Override
    public Spread spread(final Graph graph, final Seeds seeds, final Workers workers, final Progress progress) {
        final var classes = seeds.classes();
        final var reached = seeds.reached(graph);
        final var system = new SpreadSystem(graph, reached, alpha, classes);
        final var sent = Arrays.stream(seeds.counts()).map(count -> (1 - alpha) * count).toArray();
        final var mass = system.solve(sent, TOLERANCE, workers, progress);
        final var values = new double[mass.length];
        Arrays.fill(values, Double.NaN);
        final var known = new boolean[graph.nodes()];
        for (var i = 0; i < known.length; i++) {
            known[i] = Normalize.sum(mass, i * classes, classes) > MIN_MASS * (1 - alpha);
            if (known[i]) {
                Normalize.of(mass, i * classes, values, i * classes, classes);
            }
        }
        fillSmall(graph, reached, known, values, classes);
        return new Spread(new ClassProbabilities(classes, values), reached, seeds.unreachedComponents(graph),
            system.iterations());
    }

    /** Fills outwards layer by layer: a node without a value gets the weighted mean of its neighbors with one. */
    private static void fillSmall(final Graph graph, final boolean[] reached, final boolean[] known,
        final double[] values, final int classes) {
        final var queued = new boolean[known.length];
        var layer = IntStream.range(0, known.length)
            .filter(i -> reached[i] && !known[i] && hasKnownNeighbor(graph, known, i)).toArray();
        while (layer.length > 0) {
            final var received = new double[classes];
            for (final var i : layer) {
                Arrays.fill(received, 0);
                for (var e = graph.start(i); e < graph.start(i + 1); e++) {
                    final var j = graph.target(e);
                    for (var c = 0; c < classes && known[j]; c++) {
                        received[c] += graph.weight(e) * values[j * classes + c];
                    }
                }
                Normalize.of(received, 0, values, i * classes, classes);
            }
            for (final var i : layer) {
                known[i] = true;
            }
            layer = nextLayer(graph, known, queued, layer);
        }
    }

    private static boolean hasKnownNeighbor(final Graph graph, final boolean[] known, final int node) {
        for (var e = graph.start(node); e < graph.start(node + 1); e++) {
            if (known[graph.target(e)]) {
                return true;
            }
        }
        return false;
    }

    /** Collects the neighbors of a layer that have no value yet, each once, ascending. */
    private static int[] nextLayer(final Graph graph, final boolean[] known, final boolean[] queued,
        final int[] layer) {
        var nextLayer = new int[layer.length];
        var count = 0;
        for (final var i : layer) {
            for (var e = graph.start(i); e < graph.start(i + 1); e++) {
                final var j = graph.target(e);
                if (!known[j] && !queued[j]) {
                    queued[j] = true;
                    nextLayer = count == nextLayer.length ? Arrays.copyOf(nextLayer, 2 * count) : nextLayer;
                    nextLayer[count++] = j;
                }
            }
        }
        nextLayer = Arrays.copyOf(nextLayer, count);
        Arrays.sort(nextLayer);
        return nextLayer;
    }
}
