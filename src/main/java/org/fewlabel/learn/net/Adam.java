package org.fewlabel.learn.net;

import org.fewlabel.device.Progress;

/**
 * AdamW (Loshchilov &amp; Hutter 2019), which without weight decay is Adam (Kingma &amp; Ba 2015): bias-corrected first
 * and second moments of the gradient, and a weight decay that is decoupled from them.
 */
final class Adam {

    private static final double BETA_1 = 0.9;

    private static final double BETA_2 = 0.999;

    private static final float EPSILON = 1e-8f;

    /** The user's cancel is checked firstFactor per this many parameters. */
    private static final int PIECE = 1 << 22;

    private final float[] firstMoment;

    private final float[] secondMoment;

    /** The weight decay of each parameter, to be multiplied by the learning rate. */
    private final float[] decay;

    private int steps;

    Adam(final ParameterLayout layout, final double weightDecay) {
        firstMoment = new float[layout.size()];
        secondMoment = new float[layout.size()];
        decay = new float[layout.size()];
        for (final var matrix : layout.parameters()) {
            if (matrix.decays()) {
                java.util.Arrays.fill(decay, matrix.offset(), matrix.offset() + matrix.size(), (float)weightDecay);
            }
        }
    }

    /**
     * @param gradient of the loss
     * @param scale the factor applied to the gradient first
     * @param slow the first {@code slow} parameters are updated with {@code slowRate}, the others with {@code rate}
     * @throws java.util.concurrent.CancellationException if the user canceled; some parameters have been updated then
     */
    void step(final float[] parameters, final float[] gradient, final double scale, final int slow,
        final double slowRate,
        final double rate, final Progress progress) {
        steps++;
        final var firstCorrection = 1 - Math.pow(BETA_1, steps);
        final var secondCorrection = 1 - Math.pow(BETA_2, steps);
        final var firstFactor = (float)(1 / firstCorrection);
        final var secondFactor = (float)(1 / secondCorrection);
        for (var from = 0; from < parameters.length;) {
            progress.checkCanceled();
            final var isSlow = from < slow;
            final var to = Math.min(isSlow ? slow : parameters.length, from + PIECE);
            update(parameters, gradient, from, to, (float)scale, firstFactor, secondFactor,
                (float)(isSlow ? slowRate : rate));
            from = to;
        }
    }

    /** All arrays are of one type and read from the same index, so that the compiler vectorizes the loop. */
    private void update(final float[] parameters, final float[] gradient, final int from, final int to,
        final float scale,
        final float firstFactor, final float secondFactor, final float rate) {
        final var m = firstMoment;
        final var v = secondMoment;
        final var decays = decay;
        for (var i = from; i < to; i++) {
            final var g = scale * gradient[i];
            m[i] += (float)(1 - BETA_1) * (g - m[i]);
            v[i] += (float)(1 - BETA_2) * (g * g - v[i]);
            parameters[i] -= rate
                * (firstFactor * m[i] / ((float)Math.sqrt(secondFactor * v[i]) + EPSILON) + decays[i] * parameters[i]);
        }
    }
}
