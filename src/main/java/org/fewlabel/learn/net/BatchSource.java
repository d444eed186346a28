package org.fewlabel.learn.net;

import java.util.SplittableRandom;

/** Where the batches of a training come from. */
public interface BatchSource {

    /** @return how many rows there are to learn from */
    int rows();

    /**
     * Fills every slot of a batch but the noise and the masks of dropout.
     *
     * @param rows which rows, one for each item
     * @param random for all that is drawn
     * @param batch to be filled
     */
    void fill(int[] rows, SplittableRandom random, Batch batch);
}
