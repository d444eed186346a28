package org.fewlabel.learn.supervised.base;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.encode.TrainedClassifier;
import org.fewlabel.learn.supervised.Classifier;

/**
 * A neural network that classifies encoded rows. The library for networks is not loaded before it predicts.
 */
public final class EncodedNetwork implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "network of encoded rows";

    private final int classes;

    /** The class of each output of the network. */
    private final int[] known;

    private final NetworkInput input;

    private final TrainedClassifier network;

    /** @throws IllegalArgumentException if the arguments do not fit each other */
    EncodedNetwork(final int classes, final int[] known, final NetworkInput input, final TrainedClassifier network) {
        if (network.width() != input.width() || network.classes() != known.length) {
            throw new UserMessageException("The stored model is damaged: its network takes " + network.width()
                + " numbers of " + input.width() + ", and tells " + network.classes() + " classes of " + known.length
                + ".");
        }
        this.classes = classes;
        this.known = known;
        this.input = input;
        this.network = network;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int columns() {
        return input.columns();
    }

    /** @throws org.fewlabel.device.MissingLibraryException if no library can compute it; the message says what to do */
    @Override
    public ClassProbabilities predict(final DenseRows rows, final Workers workers, final Progress progress) {
        final var inputs = input.of(rows, progress);
        final var predicted = network.predict(inputs, Engines.open(progress.part(0, 0)), progress);
        final var probabilities = new double[Math.multiplyExact(rows.rows(), classes)];
        for (var row = 0; row < rows.rows(); row++) {
            var sum = 0.0;
            for (var m = 0; m < known.length; m++) {
                sum += predicted.get(row, m);
            }
            for (var m = 0; m < known.length; m++) {
                probabilities[row * classes + known[m]] = predicted.get(row, m) / sum;
            }
        }
        return new ClassProbabilities(classes, probabilities);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("classes", classes).put("columns", input.columns())
            .put("known", known).put("flagged", input.flagged()).put("network", network.state());
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static EncodedNetwork restore(final State state) {
        final var classes = state.integer("classes", 1, MAX_CLASSES);
        final var columns = state.integer("columns", 0, Integer.MAX_VALUE / 2);
        return new EncodedNetwork(classes, KnownClasses.restore(state, classes),
            new NetworkInput(columns, state.integers("flagged", -1, 0, Math.max(0, columns - 1))),
            TrainedClassifier.restore(state.state("network")));
    }
}
