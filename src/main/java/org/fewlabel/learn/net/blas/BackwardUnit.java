package org.fewlabel.learn.net.blas;

/** A layer at its place in a plan: its way forward was added when it was made. */
interface BackwardUnit {

    /** Adds its way back: from the gradient of what it gave to that of what it took, and of its parameters. */
    void backward();

    /** @return whether its way back needs the numbers that it gave, so that the next layer must not write over them */
    default boolean needsOutput() {
        return false;
    }
}
