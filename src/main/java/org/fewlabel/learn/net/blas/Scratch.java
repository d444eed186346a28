package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.device.Blas;

/** Scratch buffers of one thread at a time, valid within one task. They grow to the requested size and are kept. */
final class Scratch {

    /** Numbers are processed in pieces of about this many, so that a piece stays in the L1 cache. */
    static final int PIECE = 2048;

    private static final int SLOTS = 8;

    private final float[][] arrays = new float[SLOTS][0];

    private final FloatBuffer[] buffers = new FloatBuffer[SLOTS];

    private final Exponential exponential = new Exponential();

    /** @return how many rows of that width make a piece */
    static int rows(final int width) {
        return Math.max(1, PIECE / width);
    }

    /** @return an array of at least that size; its content is undefined */
    float[] array(final int slot, final int size) {
        if (arrays[slot].length < size) {
            arrays[slot] = new float[Math.max(PIECE, size)];
        }
        return arrays[slot];
    }

    /** @return native memory of at least that size for matrix products; its content is undefined */
    FloatBuffer buffer(final int slot, final int size) {
        if (buffers[slot] == null || buffers[slot].capacity() < size) {
            buffers[slot] = Blas.floats(size);
        }
        return buffers[slot];
    }

    Exponential exponential() {
        return exponential;
    }
}
