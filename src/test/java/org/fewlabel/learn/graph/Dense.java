package org.fewlabel.learn.graph;

import java.util.Random;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.fewlabel.learn.neighbor.Neighbors;

/** Small graphs as full matrices, and linear systems solved by elimination: what the tests compare with. */
public final class Dense {

    private Dense() {
    }

    /** The weights of a graph, node by node. */
    public static double[][] weights(final Graph graph) {
        final var weights = new double[graph.nodes()][graph.nodes()];
        for (var i = 0; i < graph.nodes(); i++) {
            for (var e = graph.start(i); e < graph.start(i + 1); e++) {
                weights[i][graph.target(e)] = graph.weight(e);
            }
        }
        return weights;
    }

    /** Solves A x = b by elimination with partial pivoting; changes both. */
    public static double[] solve(final double[][] a, final double[] b) {
        final var n = b.length;
        for (var p = 0; p < n; p++) {
            var best = p;
            for (var i = p + 1; i < n; i++) {
                best = Math.abs(a[i][p]) > Math.abs(a[best][p]) ? i : best;
            }
            final var row = a[p];
            a[p] = a[best];
            a[best] = row;
            final var value = b[p];
            b[p] = b[best];
            b[best] = value;
            for (var i = p + 1; i < n; i++) {
                final var factor = a[i][p] / a[p][p];
                for (var j = p; j < n; j++) {
                    a[i][j] -= factor * a[p][j];
                }
                b[i] -= factor * b[p];
            }
        }
        final var x = new double[n];
        for (var i = n - 1; i >= 0; i--) {
            x[i] = b[i];
            for (var j = i + 1; j < n; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
        return x;
    }

    public static DenseRows random(final long seed, final int rows, final int columns) {
        final var random = new Random(seed);
        final var values = new float[rows * columns];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float)random.nextGaussian();
        }
        return new DenseRows(rows, columns, values);
    }

    public static Graph graph(final DenseRows rows, final int k) {
        return Graph.of(new ExactSearch().within(rows, k, Workers.CALLER, Progress.NONE));
    }

    /** A path of points at distance 1, each connected with its neighbors. */
    public static Graph path(final int nodes) {
        final var index = new int[2 * nodes];
        final var squared = new float[2 * nodes];
        for (var i = 0; i < nodes; i++) {
            index[2 * i] = i == 0 ? 1 : i - 1;
            index[2 * i + 1] = i == 0 || i == nodes - 1 ? -1 : i + 1;
            squared[2 * i] = 1;
            squared[2 * i + 1] = index[2 * i + 1] < 0 ? Float.POSITIVE_INFINITY : 1;
        }
        return Graph.of(new Neighbors(nodes, 2, index, squared));
    }

    /** Each label is {node, class}. */
    public static Seeds seeds(final int nodes, final int classes, final int[]... labels) {
        final var counts = new double[nodes * classes];
        for (final var label : labels) {
            counts[label[0] * classes + label[1]]++;
        }
        return new Seeds(nodes, classes, counts);
    }
}
