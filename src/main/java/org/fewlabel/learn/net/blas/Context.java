package org.fewlabel.learn.net.blas;

import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Batch;

/**
 * What layers and losses need to know of the computation that they are part of.
 *
 * @param gemm multiplies
 * @param progress asked for cancel
 * @param plan what is computed
 * @param parameters those of each run
 * @param batch the arrays of each run
 * @param items how many items it has
 * @param training whether the batch's own statistics are used, numbers are dropped, and parameters have a gradient
 * @param backward whether there is a gradient at all
 */
record Context(Gemm gemm, Progress progress, Plan plan, Parameters parameters, Batch batch, int items, boolean training,
    boolean backward) {
}
