package org.fewlabel.learn.encode;

import java.util.ArrayDeque;
import java.util.Deque;

import org.fewlabel.device.Progress;

/** The minimum of a smooth convex function by L-BFGS (Liu &amp; Nocedal 1989) with halved steps. */
final class Lbfgs {

    private static final int MOST_ITERATIONS = 500;

    private static final int MEMORY = 10;

    private static final double CLOSE = 1e-6;

    private static final double DECREASE = 1e-4;

    private static final int MOST_HALVINGS = 40;

    /** A function with its gradient. */
    @FunctionalInterface
    interface Function {
        /**
         * @param x where
         * @param gradient takes the gradient there
         * @param progress asked for cancel
         * @return the value there
         */
        double at(double[] x, double[] gradient, Progress progress);
    }

    /** How a step changed the gradient. */
    private record Change(double[] step, double[] gradient, double product) {
    }

    private Lbfgs() {
    }

    /**
     * @param size how many numbers the function takes
     * @return where it is smallest, searched from 0 on
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static double[] minimum(final Function function, final int size, final Progress progress) {
        var x = new double[size];
        var gradient = new double[size];
        var value = function.at(x, gradient, progress);
        final var enough = CLOSE * Math.max(1, Math.sqrt(dot(gradient, gradient)));
        final var changes = new ArrayDeque<Change>();
        for (var i = 0; i < MOST_ITERATIONS && Math.sqrt(dot(gradient, gradient)) > enough; i++) {
            final var direction = direction(gradient, changes);
            final var slope = dot(direction, gradient);
            var length = changes.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            final var nextGradient = new double[size];
            var next = moved(x, direction, length);
            var nextValue = function.at(next, nextGradient, progress);
            for (var h = 0; h < MOST_HALVINGS && !(nextValue <= value + DECREASE * length * slope); h++) {
                length /= 2;
                next = moved(x, direction, length);
                nextValue = function.at(next, nextGradient, progress);
            }
            if (!(nextValue < value)) {
                return x; // nothing smaller can be told from rounding
            }
            remember(changes, moved(next, x, -1), moved(nextGradient, gradient, -1));
            x = next;
            value = nextValue;
            gradient = nextGradient;
        }
        return x;
    }

    private static void remember(final Deque<Change> changes, final double[] step, final double[] gradient) {
        final var product = dot(step, gradient);
        if (product > 0) {
            changes.addLast(new Change(step, gradient, product));
            if (changes.size() > MEMORY) {
                changes.removeFirst();
            }
        }
    }

    /** Downhill: the gradient times the inverse curvature that the last changes show. */
    private static double[] direction(final double[] gradient, final Deque<Change> changes) {
        var direction = moved(new double[gradient.length], gradient, -1);
        final var shares = new ArrayDeque<Double>();
        for (final var newest = changes.descendingIterator(); newest.hasNext();) {
            final var change = newest.next();
            final var share = dot(change.step(), direction) / change.product();
            shares.addFirst(share);
            direction = moved(direction, change.gradient(), -share);
        }
        if (!changes.isEmpty()) {
            final var last = changes.getLast();
            direction = moved(new double[gradient.length], direction,
                last.product() / dot(last.gradient(), last.gradient()));
        }
        for (final var change : changes) {
            final var share = shares.removeFirst() - dot(change.gradient(), direction) / change.product();
            direction = moved(direction, change.step(), share);
        }
        return direction;
    }

    private static double[] moved(final double[] from, final double[] direction, final double length) {
        final var to = new double[from.length];
        for (var i = 0; i < to.length; i++) {
            to[i] = from[i] + length * direction[i];
        }
        return to;
    }

    private static double dot(final double[] a, final double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
