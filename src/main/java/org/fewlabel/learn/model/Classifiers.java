package org.fewlabel.learn.model;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.encode.NetworkClassifier;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.graph.GraphClassifier;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.MixtureClassifier;
import org.fewlabel.learn.supervised.NearestNeighbor;
import org.fewlabel.learn.supervised.ViewsClassifier;
import org.fewlabel.learn.supervised.WordRegression;
import org.fewlabel.learn.supervised.base.EncodedNetwork;
import org.fewlabel.learn.supervised.base.GaussianNaiveBayes;
import org.fewlabel.learn.supervised.base.MixedNaiveBayes;
import org.fewlabel.learn.supervised.base.MultinomialNaiveBayes;
import org.fewlabel.learn.supervised.base.NearestNeighbors;
import org.fewlabel.learn.supervised.base.RandomForest;
import org.fewlabel.learn.supervised.calibrate.CalibratedClassifier;

/** All kinds of stored classifiers. */
public final class Classifiers {

    private Classifiers() {
    }

    /**
     * @param state of a classifier of encoded rows, of any kind
     * @return an equal classifier
     * @throws UserMessageException if the kind is not known or the state is damaged
     */
    public static Classifier restore(final State state) {
        return state.text("kind").equals(CalibratedClassifier.KIND)
            ? CalibratedClassifier.restore(state, Classifiers::restoreUncalibrated) : restoreUncalibrated(state);
    }

    /** Restores a calibrated classifier, which is never nested, so forged ones cannot recurse infinitely. */
    private static Classifier restoreUncalibrated(final State state) {
        return state.text("kind").equals(MixtureClassifier.KIND)
            ? MixtureClassifier.restore(state, Classifiers::restorePart) : restorePart(state);
    }

    /**
     * @param state with the {@code model}, a classifier of any kind, and its {@code encoder}, except for a network,
     *            which reads raw rows
     * @return an equal classifier of raw rows
     * @throws UserMessageException if the kind is not known or the state is damaged
     */
    static RowsClassifier restoreOfRows(final State state) {
        final var model = state.state("model");
        return model.text("kind").equals(RowsClassifier.OfCommittee.KIND) ? new RowsClassifier.OfCommittee(
            RowsClassifier.OfCommittee.states(model).stream().map(Classifiers::restoreMember).toList())
            : restoreMember(state);
    }

    /** Restores an ensemble, which has no ensemble among its members. */
    private static RowsClassifier restoreMember(final State state) {
        final var model = state.state("model");
        if (model.text("kind").equals(RowsClassifier.OfEmbedded.KIND)) {
            return new RowsClassifier.OfEmbedded(TableEncoder.restore(model.state("network")),
                new RowsClassifier.OfEncoded(
                    RowEncoder.restore(model.state("encoder")), restore(model.state("model"))));
        }
        if (model.text("kind").equals(RowsClassifier.OfInput.KIND)) {
            return new RowsClassifier.OfInput(InputEncoder.restore(model.state("input")),
                restore(model.state("classifier")));
        }
        return model.text("kind").equals(NetworkClassifier.KIND)
            ? new RowsClassifier.OfNetwork(NetworkClassifier.restore(model))
            : new RowsClassifier.OfEncoded(RowEncoder.restore(state.state("encoder")), restore(model));
    }

    /** Restores a mixture, which is never nested, so a forged one cannot recurse infinitely. */
    private static Classifier restorePart(final State state) {
        return state.text("kind").equals(ViewsClassifier.KIND)
            ? ViewsClassifier.restore(state, Classifiers::restoreSimple) : restoreSimple(state);
    }

    /** Restores a classifier without parts, as used in a classifier of two views. */
    private static Classifier restoreSimple(final State state) {
        final var kind = state.text("kind");
        return switch (kind) {
            case GraphClassifier.KIND -> GraphClassifier.restore(state);
            case NearestNeighbor.KIND -> NearestNeighbor.restore(state);
            case LogisticRegression.KIND -> LogisticRegression.restore(state);
            case RandomForest.KIND -> RandomForest.restore(state);
            case NearestNeighbors.KIND -> NearestNeighbors.restore(state);
            case EncodedNetwork.KIND -> EncodedNetwork.restore(state);
            case GaussianNaiveBayes.KIND -> GaussianNaiveBayes.restore(state);
            case MultinomialNaiveBayes.KIND -> MultinomialNaiveBayes.restore(state);
            case MixedNaiveBayes.KIND -> MixedNaiveBayes.restore(state);
            case WordRegression.KIND -> WordRegression.restore(state);
            default -> throw new UserMessageException("The stored model is of the kind \"" + kind
                + "\", which this version does not know. Update the extension to read it.");
        };
    }
}
