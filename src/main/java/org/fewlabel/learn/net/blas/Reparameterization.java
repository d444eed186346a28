package org.fewlabel.learn.net.blas;

import org.fewlabel.learn.net.Slot;

/**
 * The reparameterization trick (Kingma &amp; Welling 2014): {@code code = mean + noise · exp(log variance / 2)}, and
 * the KL divergence of that distribution from the standard normal.
 */
final class Reparameterization implements BackwardUnit {

    /** The log-variance is clipped to ± this. */
    private static final float MAX_LOG_VARIANCE = 10;

    private final Context context;

    private final Tensor mean;

    private final Tensor logVariance;

    private final Tensor code;

    /** The weight of a row's divergence in its loss. */
    private final double weight;

    private final double[] divergences;

    Reparameterization(final Context context, final Tensor mean, final Tensor logVariance, final Tensor code,
        final double weight) {
        this.context = context;
        this.mean = mean;
        this.logVariance = logVariance;
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
            logVariance.values().get(row * width, s, 0, width);
            var divergence = 0.0;
            for (var i = 0; i < width; i++) {
                final var clipped = clipped(s[i]);
                final var deviation = Math.exp(0.5 * clipped);
                divergence += (double)m[i] * m[i] + deviation * deviation - clipped - 1;
                m[i] += (float)(noise[row * width + i] * deviation);
            }
            divergences[row] = 0.5 * divergence;
            code.values().put(row * width, m, 0, width);
        }
    }

    private static float clipped(final float logVariance) {
        return Math.max(-MAX_LOG_VARIANCE, Math.min(MAX_LOG_VARIANCE, logVariance));
    }

    /** @return the weighted mean of the divergences of the last run */
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
                logVariance.values().get(row * width, s, 0, width);
                for (var i = 0; i < width; i++) {
                    final var clipped = clipped(s[i]);
                    final var deviation = Math.exp(0.5 * clipped);
                    m[i] = (float)(g[i] + share * m[i]);
                    s[i] = clipped == s[i] ? (float)(0.5 * (g[i] * noise[row * width + i] * deviation
                        + share * (deviation * deviation - 1))) : 0 * s[i];
                }
                mean.gradient().put(row * width, m, 0, width);
                logVariance.gradient().put(row * width, s, 0, width);
            }
        });
    }
}
