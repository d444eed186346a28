package org.fewlabel.learn.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.model.FewLabelClassifier;

/** The optional input of self-training: an encoder or a classifier. */
public sealed interface WarmStart {

    /** No optional input. */
    record Plain() implements WarmStart {
    }

    /**
     * An encoder of the rows, whose embedding is the input or which a network is fine-tuned from.
     *
     * @param encoder trained on the columns of the rows
     */
    record Encoded(TableEncoder encoder) implements WarmStart {
    }

    /**
     * A classifier that provides the first pseudo-labels. It may have seen the same labels, so it is never evaluated on
     * them, and not used for labeled rows, hidden or not.
     *
     * @param classifier with the same classes
     * @param rows the same rows with the columns that it reads
     */
    record Taught(FewLabelClassifier classifier, Rows rows) implements WarmStart {

        /**
         * @param labels of the rows
         * @return its probabilities of the rows, in the order of the labels' classes; NaN of a labeled row, and where
         *         there is no prediction
         * @throws IllegalArgumentException if it has other classes, or a column is missing or of another kind
         * @throws java.util.concurrent.CancellationException if the user canceled
         */
        ClassProbabilities initial(final Labels labels, final Workers workers, final Progress progress) {
            checkClasses(classifier.classes(), labels.classes());
            final var predicted = classifier.predict(rows, workers, progress);
            final var classes = labels.classes().size();
            final var initial = new double[predicted.values().length];
            Arrays.fill(initial, Double.NaN);
            for (var row = 0; row < labels.size(); row++) {
                for (var c = 0; c < classes && labels.codes()[row] < 0; c++) {
                    initial[row * classes + c] = predicted.get(row,
                        classifier.classes().indexOf(labels.classes().get(c)));
                }
            }
            return new ClassProbabilities(classes, initial);
        }
    }

    /**
     * @param predictedClasses the classes of a classifier
     * @param labelClasses those of the label column
     * @throws UserMessageException if one of them is not among the others; the message is for the user
     */
    static void checkClasses(final List<String> predictedClasses, final List<String> labelClasses) {
        final var unknown = new ArrayList<>(labelClasses);
        unknown.removeAll(predictedClasses);
        final var additional = new ArrayList<>(predictedClasses);
        additional.removeAll(labelClasses);
        if (!unknown.isEmpty() || !additional.isEmpty()) {
            throw new UserMessageException("The given classifier tells other classes than the label column has:"
                + (unknown.isEmpty() ? "" : " it does not know " + quoted(unknown))
                + (unknown.isEmpty() || additional.isEmpty() ? "" : ", and")
                + (additional.isEmpty() ? ""
                    : " it tells " + quoted(additional) + ", which the label column does not have")
                + ". Connect a classifier of the same classes, or none.");
        }
    }

    private static String quoted(final List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }
}
