package org.fewlabel.learn.encode;

import java.util.ArrayDeque;
import java.util.Deque;

import org.fewlabel.device.Progress;

/** Minimizes a smooth convex function by L-BFGS (Liu &amp; Nocedal 1989) with a backtracking line search (Armijo). */
final class Lbfgs {

    private static final int MAX_ITERATIONS = 500;

    private static final int MEMORY = 10;

    private static final double TOLERANCE = 1e-6;

    private static final double ARMIJO = 1e-4;

    private static final int MAX_HALVINGS = 40;

    /** A function with its gradient. */
    @FunctionalInterface
    interface Function {
        /**
         * @param x the point
         * @param gradient receives the gradient at the point
         * @param progress checked for cancel
         * @return the value at the point
         */
        double at(double[] x, double[] gradient, Progress progress);
    }

    /** A correction pair: a step, the change of the gradient, and their dot product. */
    private record Correction(double[] step, double[] gradient, double product) {
    }

    private Lbfgs() {
    }

    /**
     * @param size the number of variables
     * @return the minimizer, searched from 0 on
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static double[] minimum(final Function function, final int size, final Progress progress) {
        var x = new double[size];
        var gradient = new double[size];
        var value = function.at(x, gradient, progress);
        final var tolerance = TOLERANCE * Math.max(1, Math.sqrt(dot(gradient, gradient)));
        final var corrections = new ArrayDeque<Correction>();
        for (var i = 0; i < MAX_ITERATIONS && Math.sqrt(dot(gradient, gradient)) > tolerance; i++) {
            final var direction = direction(gradient, corrections);
            final var slope = dot(direction, gradient);
            var length = corrections.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            final var nextGradient = new double[size];
            var next = add(x, direction, length);
            var nextValue = function.at(next, nextGradient, progress);
            for (var h = 0; h < MAX_HALVINGS && !(nextValue <= value + ARMIJO * length * slope); h++) {
                length /= 2;
                next = add(x, direction, length);
                nextValue = function.at(next, nextGradient, progress);
            }
            if (!(nextValue < value)) {
                return x; // any decrease is below the rounding error
            }
            remember(corrections, add(next, x, -1), add(nextGradient, gradient, -1));
            x = next;
            value = nextValue;
            gradient = nextGradient;
        }
        return x;
    }

    private static void remember(final Deque<Correction> corrections, final double[] step, final double[] gradient) {
        final var product = dot(step, gradient);
        if (product > 0) {
            corrections.addLast(new Correction(step, gradient, product));
            if (corrections.size() > MEMORY) {
                corrections.removeFirst();
            }
        }
    }

    /** The descent direction by the two-loop recursion: the negative gradient times the approximate inverse Hessian. */
    private static double[] direction(final double[] gradient, final Deque<Correction> corrections) {
        var direction = add(new double[gradient.length], gradient, -1);
        final var alphas = new ArrayDeque<Double>();
        for (final var newest = corrections.descendingIterator(); newest.hasNext();) {
            final var correction = newest.next();
            final var alpha = dot(correction.step(), direction) / correction.product();
            alphas.addFirst(alpha);
            direction = add(direction, correction.gradient(), -alpha);
        }
        if (!corrections.isEmpty()) {
            final var last = corrections.getLast();
            direction = add(new double[gradient.length], direction,
                last.product() / dot(last.gradient(), last.gradient()));
        }
        for (final var correction : corrections) {
            final var alpha = alphas.removeFirst() - dot(correction.gradient(), direction) / correction.product();
            direction = add(direction, correction.step(), alpha);
        }
        return direction;
    }

    private static double[] add(final double[] from, final double[] direction, final double length) {
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
