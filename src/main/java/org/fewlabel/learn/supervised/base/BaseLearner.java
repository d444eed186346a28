package org.fewlabel.learn.supervised.base;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;

/** A supervised learner that trains a classifier from weighted rows, each with a weight for one or several classes. */
@FunctionalInterface
public interface BaseLearner {

    /**
     * @param rows used for training or not
     * @param targets of the same rows
     * @param seed of the random draws
     * @return a classifier of as many classes as the targets have; a class without a row has the probability 0. Equal
     *         rows, targets and seed give an equal one, whatever the number of threads
     * @throws IllegalArgumentException if the two differ in their number of rows, or no row has a weight
     * @throws CancellationException if the user canceled
     */
    Classifier fit(DenseRows rows, TrainingLabels targets, long seed, Workers workers, Progress progress);
}
