package org.fewlabel.learn.net.blas;

import org.fewlabel.learn.net.Slot;

/** Weighted softmax cross-entropy, {@link org.fewlabel.learn.net.Objective.Classification}, on the logits. */
final class ClassLoss implements LossUnit {

    private final Context context;

    private final Tensor logits;

    private final float[] losses;

    ClassLoss(final Context context, final Tensor logits) {
        this.context = context;
        this.logits = logits;
        this.losses = new float[logits.rows()];
        context.plan().rows(this::forward);
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        final var classes = logits.width();
        final var x = scratch.array(0, classes);
        final var shares = context.batch().get(Slot.CLASSES);
        final var weights = context.batch().get(Slot.ROW_WEIGHTS);
        for (var row = from; row < to; row++) {
            logits.values().get(row * classes, x, 0, classes);
            final var largest = largest(x, classes);
            final var logarithm = Math.log(exponentials(x, classes, largest, scratch.array(1, classes)));
            var loss = 0.0;
            var all = 0.0;
            for (var i = 0; i < classes; i++) {
                final var share = shares[row * classes + i];
                loss -= share * (x[i] - largest - logarithm);
                all += share;
            }
            losses[row] = (float)(weights[row] * loss);
            if (logits.gradient() != null) {
                for (var i = 0; i < classes; i++) {
                    x[i] = (float)(weights[row]
                        * (all * Math.exp(x[i] - largest - logarithm) - shares[row * classes + i]));
                }
                logits.gradient().put(row * classes, x, 0, classes);
            }
        }
    }

    private static float largest(final float[] x, final int length) {
        var largest = x[0];
        for (var i = 1; i < length; i++) {
            largest = Math.max(largest, x[i]);
        }
        return largest;
    }

    private static double exponentials(final float[] x, final int length, final float largest, final float[] into) {
        var sum = 0.0;
        for (var i = 0; i < length; i++) {
            final var e = Math.exp(x[i] - largest);
            into[i] = (float)e;
            sum += e;
        }
        return sum;
    }

    /** @return the softmax of the logits, row by row */
    static float[] probabilities(final Tensor logits) {
        final var classes = logits.width();
        final var result = new float[logits.rows() * classes];
        final var x = new float[classes];
        final var e = new float[classes];
        for (var row = 0; row < logits.rows(); row++) {
            logits.values().get(row * classes, x, 0, classes);
            final var sum = exponentials(x, classes, largest(x, classes), e);
            for (var i = 0; i < classes; i++) {
                result[row * classes + i] = (float)(e[i] / sum);
            }
        }
        return result;
    }

    @Override
    public double value() {
        var sum = 0.0;
        for (final var loss : losses) {
            sum += loss;
        }
        return sum;
    }

    @Override
    public float[] rows() {
        return losses.clone();
    }

    @Override
    public void backward() {
        // the forward pass has computed the gradient
    }
}
