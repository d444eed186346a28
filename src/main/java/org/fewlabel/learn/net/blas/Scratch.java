package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.device.Blas;

/**
 * Memory for what lives no longer than a piece of work, one thread at a time. It grows to what was asked for and stays.
 */
final class Scratch {

    /** Numbers are worked on in pieces of about this many, so that a piece stays in the nearest cache. */
    static final int PIECE = 2048;

    private static final int SLOTS = 8;

    private final float[][] arrays = new float[SLOTS][0];

    private final FloatBuffer[] buffers = new FloatBuffer[SLOTS];

    private final Exponential exponential = new Exponential();

    /** @return how many rows of that width make a piece */
    static int rows(final int width) {
        return Math.max(1, PIECE / width);
    }

    /** @return an array of at least that size; its content is that of its last use */
    float[] array(final int slot, final int size) {
        if (arrays[slot].length < size) {
            arrays[slot] = new float[Math.max(PIECE, size)];
        }
        return arrays[slot];
    }

    /** @return memory of at least that size for products; its content is that of its last use */
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
