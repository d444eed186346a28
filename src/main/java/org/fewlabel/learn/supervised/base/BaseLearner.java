package org.fewlabel.learn.supervised.base;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;

/** Something that makes a classifier of rows that count, each as much as it is trusted, for one class or several. */
@FunctionalInterface
public interface BaseLearner {

    /**
     * @param rows learned from or not
     * @param targets of the same rows
     * @param seed of what is drawn
     * @return a classifier of as many classes as the targets have; a class that no row counts for has the probability
     *         0. Equal rows, targets and seed give an equal one, whatever the number of threads
     * @throws IllegalArgumentException if the two differ in their number of rows, or no row is to be learned from
     * @throws CancellationException if the user canceled
     */
    Classifier fit(DenseRows rows, TrainingLabels targets, long seed, Workers workers, Progress progress);
}
