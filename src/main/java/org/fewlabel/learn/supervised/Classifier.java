package org.fewlabel.learn.supervised;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;

/** Something fitted that tells the class of a row. */
public interface Classifier {

    /** More classes than this are taken for damage when a classifier is restored. */
    int MOST_CLASSES = 100_000;

    /** @return the number of classes it was fitted with, at least 1 */
    int classes();

    /** @return the number of dimensions of the rows it was fitted with */
    int columns();

    /** @return how many words of texts it looks at; 0 if it looks at none */
    default int words() {
        return 0;
    }

    /**
     * @param rows encoded as the rows it was fitted with
     * @return their probabilities; NaN of a row that it cannot predict
     * @throws IllegalArgumentException if the rows have another number of dimensions
     * @throws CancellationException if the user canceled
     */
    ClassProbabilities predict(DenseRows rows, Workers workers, Progress progress);

    /**
     * @return what {@link org.fewlabel.learn.model.Classifiers#restore} needs to make an equal one; its {@code kind}
     *            says which
     */
    State state();
}
