package org.fewlabel.learn.net.blas;

/** A loss at the end of a plan; its forward pass is added by its constructor. */
interface LossUnit extends BackwardUnit {

    /** @return the loss of the last run */
    double value();

    /**
     * @return the contribution of each row of the last run to the loss, or its error; empty if the loss is not a sum
     *         over rows
     */
    default float[] rows() {
        return new float[0];
    }
}
