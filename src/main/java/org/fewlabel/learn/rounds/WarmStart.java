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

/** What learning in rounds may begin with, beside the labeled rows. */
public sealed interface WarmStart {

    /** Nothing else. */
    record Plain() implements WarmStart {
    }

    /**
     * An encoder of the rows: what is learned from is their embedding, or a network goes on from it.
     *
     * @param encoder trained, on the columns of the rows
     */
    record Encoded(TableEncoder encoder) implements WarmStart {
    }

    /**
     * A classifier that makes the guesses of the first round. It may know the very labels, so it is never judged by
     * them, and of a labeled row, hidden or not, it says nothing.
     *
     * @param classifier of the same classes
     * @param rows the same rows with the columns that it reads
     */
    record Taught(FewLabelClassifier classifier, Rows rows) implements WarmStart {

        /**
         * @param labels of the rows
         * @return its probabilities of the rows, in the order of the labels' classes; NaN of a labeled row, and where
         *         it cannot tell
         * @throws IllegalArgumentException if it tells other classes, or a column is not there or of another kind
         * @throws java.util.concurrent.CancellationException if the user canceled
         */
        ClassProbabilities guesses(final Labels labels, final Workers workers, final Progress progress) {
            checkClasses(classifier.classes(), labels.classes());
            final var said = classifier.predict(rows, workers, progress);
            final var classes = labels.classes().size();
            final var guesses = new double[said.values().length];
            Arrays.fill(guesses, Double.NaN);
            for (var row = 0; row < labels.size(); row++) {
                for (var c = 0; c < classes && labels.codes()[row] < 0; c++) {
                    guesses[row * classes + c] = said.get(row,
                        classifier.classes().indexOf(labels.classes().get(c)));
                }
            }
            return new ClassProbabilities(classes, guesses);
        }
    }

    /**
     * @param told the classes that a classifier tells
     * @param wanted those of the label column
     * @throws UserMessageException if one of them is not among the others; the message is for the user
     */
    static void checkClasses(final List<String> told, final List<String> wanted) {
        final var unknown = new ArrayList<>(wanted);
        unknown.removeAll(told);
        final var strange = new ArrayList<>(told);
        strange.removeAll(wanted);
        if (!unknown.isEmpty() || !strange.isEmpty()) {
            throw new UserMessageException("The given classifier tells other classes than the label column has:"
                + (unknown.isEmpty() ? "" : " it does not know " + quoted(unknown))
                + (unknown.isEmpty() || strange.isEmpty() ? "" : ", and")
                + (strange.isEmpty() ? "" : " it tells " + quoted(strange) + ", which the label column does not have")
                + ". Connect a classifier of the same classes, or none.");
        }
    }

    private static String quoted(final List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }
}
