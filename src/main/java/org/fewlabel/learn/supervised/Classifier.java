package org.fewlabel.learn.supervised;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;

/** A fitted classifier of encoded rows. */
public interface Classifier {

    /** The maximum number of classes of a stored classifier; more are treated as damage. */
    int MAX_CLASSES = 100_000;

    /** @return the number of classes in training, at least 1 */
    int classes();

    /** @return the number of dimensions of the training rows */
    int columns();

    /** @return the number of words of texts that it uses; 0 for none */
    default int words() {
        return 0;
    }

    /**
     * @param rows encoded like the training rows
     * @return their probabilities; NaN of a row that it cannot predict
     * @throws IllegalArgumentException if the rows have another number of dimensions
     * @throws CancellationException if the user canceled
     */
    ClassProbabilities predict(DenseRows rows, Workers workers, Progress progress);

    /**
     * @return the state for {@link org.fewlabel.learn.model.Classifiers#restore}, with its {@code kind}
     */
    State state();
}
