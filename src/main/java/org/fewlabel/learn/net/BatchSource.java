package org.fewlabel.learn.net;

import java.util.SplittableRandom;

/** Supplies the batches of a training. */
public interface BatchSource {

    /** @return the number of training rows */
    int rows();

    /**
     * Fills every slot of a batch except the noise and the dropout masks.
     *
     * @param rows the indices of the rows, one for each item
     * @param random the source of all random numbers
     * @param batch to be filled
     */
    void fill(int[] rows, SplittableRandom random, Batch batch);
}
