package org.fewlabel.learn.net.samediff;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies numbers to and from ND4J arrays, in bulk and without an intermediate array if the memory is on the CPU. */
final class Transfer {

    /** Whether arrays are in the memory of this process, not in that of a graphics card. */
    private static final boolean OWN_MEMORY = Nd4j.getEnvironment().isCPU();

    private Transfer() {
    }

    private static boolean direct(final INDArray array) {
        return OWN_MEMORY && array.ordering() == 'c' && !array.isView();
    }

    /** Fills an array, in row-major order, with the values from {@code offset} on. */
    static void in(final float[] values, final int offset, final INDArray array) {
        final var length = (int)array.length();
        if (direct(array) && array.data().addressPointer() instanceof FloatPointer memory) {
            memory.put(values, offset, length);
            return;
        }
        try (var copy = Nd4j.createFromArray(java.util.Arrays.copyOfRange(values, offset, offset + length))) {
            array.assign(copy.reshape(array.shape()));
        }
    }

    /** Copies an array, in row-major order, to the values from {@code offset} on. */
    static void out(final INDArray array, final float[] values, final int offset) {
        final var length = (int)array.length();
        if (direct(array) && array.data().addressPointer() instanceof FloatPointer memory) {
            memory.get(values, offset, length);
            return;
        }
        final var copy = array.dup('c').data().asFloat();
        System.arraycopy(copy, 0, values, offset, length);
    }
}
