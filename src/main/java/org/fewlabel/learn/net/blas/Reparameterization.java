package org.fewlabel.learn.net.blas;

import org.fewlabel.learn.net.Slot;

/**
 * A code drawn by the mean and the logarithm of the variance that two layers give, and the divergence of what it is
 * drawn from (Kingma &amp; Welling 2014).
 */
final class Reparameterization implements BackwardUnit {

    /** The logarithm of the variance is limited to this either way. */
    private static final float MOST_SPREAD = 10;

    private final Context context;

    private final Tensor mean;

    private final Tensor spread;

    private final Tensor code;

    /** The weight of a row's divergence in its loss. */
    private final double weight;

    private final double[] divergences;

    Reparameterization(final Context context, final Tensor mean, final Tensor spread, final Tensor code,
        final double weight) {
        this.context = context;
        this.mean = mean;
        this.spread = spread;
        this.code = code;
        this.weight = weight;
        this.divergences = new double[mean.rows()];
        context.plan().rows(this::forward);
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        final var width = mean.width();
        final var m = scratch.array(0, width);
        final var s = scratch.array(1, width);
        final var noise = context.batch().get(Slot.NOISE);
        for (var row = from; row < to; row++) {
            mean.values().get(row * width, m, 0, width);
            spread.values().get(row * width, s, 0, width);
            var divergence = 0.0;
            for (var i = 0; i < width; i++) {
                final var limited = limited(s[i]);
                final var deviation = Math.exp(0.5 * limited);
                divergence += (double)m[i] * m[i] + deviation * deviation - limited - 1;
                m[i] += (float)(noise[row * width + i] * deviation);
            }
            divergences[row] = 0.5 * divergence;
            code.values().put(row * width, m, 0, width);
        }
    }

    private static float limited(final float spread) {
        return Math.max(-MOST_SPREAD, Math.min(MOST_SPREAD, spread));
    }

    /** @return the mean of the divergences of the last run, weighed */
    double divergence() {
        return weight * java.util.Arrays.stream(divergences).sum() / divergences.length;
    }

    @Override
    public void backward() {
        final var width = mean.width();
        final var noise = context.batch().get(Slot.NOISE);
        final var share = weight / mean.rows();
        context.plan().rows((from, to, scratch) -> {
            final var g = scratch.array(0, width);
            final var m = scratch.array(1, width);
            final var s = scratch.array(2, width);
            for (var row = from; row < to; row++) {
                code.gradient().get(row * width, g, 0, width);
                mean.values().get(row * width, m, 0, width);
                spread.values().get(row * width, s, 0, width);
                for (var i = 0; i < width; i++) {
                    final var limited = limited(s[i]);
                    final var deviation = Math.exp(0.5 * limited);
                    m[i] = (float)(g[i] + share * m[i]);
                    s[i] = limited == s[i] ? (float)(0.5 * (g[i] * noise[row * width + i] * deviation
                        + share * (deviation * deviation - 1))) : 0 * s[i];
                }
                mean.gradient().put(row * width, m, 0, width);
                spread.gradient().put(row * width, s, 0, width);
            }
        });
    }
}
