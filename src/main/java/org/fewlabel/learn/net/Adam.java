package org.fewlabel.learn.net;

/**
 * AdamW (Loshchilov &amp; Hutter 2019), which without weight decay is Adam (Kingma &amp; Ba 2015): moments of the gradient,
 * corrected for their start, and a decay of the weights that does not go through them.
 */
final class Adam {

    private static final double FIRST = 0.9;

    private static final double SECOND = 0.999;

    private static final double EPSILON = 1e-8;

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
        for (var i = 0; i < parameters.length; i++) {
            final var g = scale * gradient[i];
            first[i] += (float)((1 - FIRST) * (g - first[i]));
            second[i] += (float)((1 - SECOND) * (g * g - second[i]));
            final var own = i < slow ? slowRate : rate;
            parameters[i] -= (float)(own
                * (first[i] / firstShare / (Math.sqrt(second[i] / secondShare) + EPSILON) + decay[i] * parameters[i]));
        }
    }
}
