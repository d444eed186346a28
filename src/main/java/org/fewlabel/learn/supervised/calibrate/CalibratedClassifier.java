package org.fewlabel.learn.supervised.calibrate;

import java.util.function.Function;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.supervised.Classifier;

/** A classifier with isotonic calibration of its probabilities. */
public final class CalibratedClassifier implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "calibrated";

    private final Classifier classifier;

    private final Isotonic curves;

    /** @throws IllegalArgumentException if the two have different numbers of classes */
    public CalibratedClassifier(final Classifier classifier, final Isotonic curves) {
        if (classifier.classes() != curves.classes()) {
            throw new UserMessageException("The stored model is damaged: there are " + curves.classes()
                + " curves for " + classifier.classes() + " classes.");
        }
        this.classifier = classifier;
        this.curves = curves;
    }

    @Override
    public int classes() {
        return classifier.classes();
    }

    @Override
    public int words() {
        return classifier.words();
    }

    @Override
    public int columns() {
        return classifier.columns();
    }

    @Override
    public ClassProbabilities predict(final DenseRows rows, final Workers workers, final Progress progress) {
        return curves.apply(classifier.predict(rows, workers, progress));
    }

    @Override
    public State state() {
        final var state = new State().put("kind", KIND).put("classifier", classifier.state());
        curves.addTo(state);
        return state;
    }

    /**
     * @param state of another classifier of this kind
     * @param classifierOf restores the inner classifier
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static CalibratedClassifier restore(final State state, final Function<State, Classifier> classifierOf) {
        return new CalibratedClassifier(classifierOf.apply(state.state("classifier")), Isotonic.restore(state));
    }
}
