package org.fewlabel.learn.net.blas;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The vectorized exponential function with a relative error of 2e-7: {@code exp(x) = 2^n exp(x - n ln 2)}, the second
 * factor by a polynomial (coefficients: S. Moshier, Cephes Mathematical Library, expf). The compiler vectorizes all
 * loops. The exponent is added to the bits of the polynomial; as {@link Float#floatToRawIntBits} is not vectorized, the
 * bits go through memory that is viewed as floats and as ints.
 */
final class Exponential {

    /** Outside these bounds the result would not be a normal float; their exponentials serve as 0 and infinity. */
    private static final float MIN = -87.3f;

    private static final float MAX = 88.3f;

    private static final float LOG2_E = 1.44269504f;

    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;

    /** Added to a small number, it leaves that number rounded to an integer in the last bits. */
    private static final float ROUND = 12_582_912f;

    private static final int EXPONENT = 23;

    private final ByteBuffer memory = ByteBuffer.allocateDirect(Scratch.PIECE * Float.BYTES)
        .order(ByteOrder.nativeOrder());

    private final FloatBuffer floats = memory.asFloatBuffer();

    private final IntBuffer ints = memory.asIntBuffer();

    private final float[] x = new float[Scratch.PIECE];

    private final float[] rounded = new float[Scratch.PIECE];

    private final int[] bits = new int[Scratch.PIECE];

    private final int[] exponents = new int[Scratch.PIECE];

    /** Replaces each {@code x} of the first {@code length} values by {@code exp(factor x + shift)}; NaN stays NaN. */
    void apply(final float[] values, final int length, final float factor, final float shift) {
        for (var from = 0; from < length; from += Scratch.PIECE) {
            final var count = Math.min(Scratch.PIECE, length - from);
            System.arraycopy(values, from, x, 0, count);
            piece(count, factor, shift);
            System.arraycopy(x, 0, values, from, count);
        }
    }

    private void piece(final int count, final float factor, final float shift) {
        polynomial(x, rounded, count, factor, shift);
        floats.put(0, x, 0, count);
        ints.get(0, bits, 0, count);
        floats.put(0, rounded, 0, count);
        ints.get(0, exponents, 0, count);
        shift(bits, exponents, count);
        ints.put(0, bits, 0, count);
        floats.get(0, x, 0, count);
    }

    private static void polynomial(final float[] x, final float[] rounded, final int count, final float factor,
        final float shift) {
        for (var i = 0; i < count; i++) {
            final var v = Math.min(MAX, Math.max(MIN, x[i] * factor + shift));
            final var r = v * LOG2_E + ROUND;
            rounded[i] = r;
            final var n = r - ROUND;
            final var f = v - n * LN2_HIGH - n * LN2_LOW;
            final var p = ((((1.9875691500e-4f * f + 1.3981999507e-3f) * f + 8.3334519073e-3f) * f + 4.1665795894e-2f)
                * f
                + 1.6666665459e-1f) * f + 5.0000001201e-1f;
            x[i] = p * f * f + f + 1f;
        }
    }

    private static void shift(final int[] bits, final int[] exponents, final int count) {
        for (var i = 0; i < count; i++) {
            bits[i] += exponents[i] << EXPONENT;
        }
    }
}
