package org.fewlabel.learn.net.blas;

/** An objective at the end of a plan: its way forward was added when it was made. */
interface LossUnit extends BackwardUnit {

    /** @return the loss of the last run */
    double value();

    /** @return what each row of the last run adds to the loss, or its error; empty if the loss is no sum over rows */
    default float[] rows() {
        return new float[0];
    }
}
