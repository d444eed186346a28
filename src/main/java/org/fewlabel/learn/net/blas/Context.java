package org.fewlabel.learn.net.blas;

import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Batch;

/**
 * What layers and losses share with the computation that they are part of.
 *
 * @param gemm computes matrix products
 * @param progress checked for cancel
 * @param plan receives the tasks
 * @param parameters those of each run
 * @param batch the input arrays of each run
 * @param items the number of items of the batch
 * @param training whether batch norms use the batch's statistics, dropout is on, and parameters have a gradient
 * @param backward whether there is a backward pass at all
 */
record Context(Gemm gemm, Progress progress, Plan plan, Parameters parameters, Batch batch, int items, boolean training,
    boolean backward) {
}
