package org.fewlabel.learn.net;

import org.fewlabel.device.Progress;

/**
 * AdamW (Loshchilov &amp; Hutter 2019), which without weight decay is Adam (Kingma &amp; Ba 2015): moments of the
 * gradient, corrected for their start, and a decay of the weights that does not go through them.
 */
final class Adam {

    private static final double FIRST = 0.9;

    private static final double SECOND = 0.999;

    private static final float EPSILON = 1e-8f;

    /** So many parameters learn between two questions whether the user canceled. */
    private static final int PIECE = 1 << 22;

    private final float[] first;

    private final float[] second;

    /** Per parameter what the learning rate is multiplied by for its decay. */
    private final float[] decay;

    private int steps;

    Adam(final ParameterLayout layout, final double weightDecay) {
        first = new float[layout.size()];
        second = new float[layout.size()];
        decay = new float[layout.size()];
        for (final var matrix : layout.parameters()) {
            if (matrix.decays()) {
                java.util.Arrays.fill(decay, matrix.offset(), matrix.offset() + matrix.size(), (float)weightDecay);
            }
        }
    }

    /**
     * @param gradient of the loss
     * @param scale what the gradient is multiplied by first
     * @param slow the first so many parameters learn at {@code slowRate}, the others at {@code rate}
     * @throws java.util.concurrent.CancellationException if the user canceled; some parameters have learned then
     */
    void step(final float[] parameters, final float[] gradient, final double scale, final int slow,
        final double slowRate,
        final double rate, final Progress progress) {
        steps++;
        final var firstShare = 1 - Math.pow(FIRST, steps);
        final var secondShare = 1 - Math.pow(SECOND, steps);
        final var once = (float)(1 / firstShare);
        final var twice = (float)(1 / secondShare);
        for (var from = 0; from < parameters.length;) {
            progress.checkCanceled();
            final var learnsSlowly = from < slow;
            final var to = Math.min(learnsSlowly ? slow : parameters.length, from + PIECE);
            update(parameters, gradient, from, to, (float)scale, once, twice, (float)(learnsSlowly ? slowRate : rate));
            from = to;
        }
    }

    /**
     * All of the same kind of number and from the same index on, so that the compiler makes vector instructions of it.
     */
    private void update(final float[] parameters, final float[] gradient, final int from, final int to,
        final float scale,
        final float once, final float twice, final float rate) {
        final var m = first;
        final var v = second;
        final var decays = decay;
        for (var i = from; i < to; i++) {
            final var g = scale * gradient[i];
            m[i] += (float)(1 - FIRST) * (g - m[i]);
            v[i] += (float)(1 - SECOND) * (g * g - v[i]);
            parameters[i] -= rate
                * (once * m[i] / ((float)Math.sqrt(twice * v[i]) + EPSILON) + decays[i] * parameters[i]);
        }
    }
}
