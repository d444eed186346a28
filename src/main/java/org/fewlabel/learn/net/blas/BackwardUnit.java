package org.fewlabel.learn.net.blas;

/** A layer in a plan; its forward pass is added by its constructor. */
interface BackwardUnit {

    /** Adds the backward pass: from the gradient of the output to the gradients of the input and of the parameters. */
    void backward();

    /** @return whether the backward pass reads the output, so that the next layer must not overwrite it */
    default boolean needsOutput() {
        return false;
    }
}
