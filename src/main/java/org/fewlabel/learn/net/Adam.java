package org.fewlabel.learn.net;

/**
 * AdamW (Loshchilov &amp; Hutter 2019), which without weight decay is Adam (Kingma &amp; Ba 2015): moments of the gradient,
 * corrected for their start, and a decay of the weights that does not go through them.
 */
final class Adam {

    private static final double FIRST = 0.9;

    private static final double SECOND = 0.999;

    private static final float EPSILON = 1e-8f;

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
     */
    void step(final float[] parameters, final float[] gradient, final double scale, final int slow, final double slowRate,
        final double rate) {
        steps++;
        final var firstShare = 1 - Math.pow(FIRST, steps);
        final var secondShare = 1 - Math.pow(SECOND, steps);
        final var once = (float)(1 / firstShare);
        final var twice = (float)(1 / secondShare);
        update(parameters, gradient, 0, slow, (float)scale, once, twice, (float)slowRate);
        update(parameters, gradient, slow, parameters.length, (float)scale, once, twice, (float)rate);
    }

    /** All of the same kind of number and from the same index on, so that the compiler makes vector instructions of it. */
    private void update(final float[] parameters, final float[] gradient, final int from, final int to, final float scale,
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
