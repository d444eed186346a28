package org.fewlabel.learn.supervised.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.supervised.Classifier;

/**
 * Isotonic calibration (Zadrozny and Elkan, Transforming classifier scores into accurate multiclass probability
 * estimates, 2002): for each class against the others isotonic regression maps the probability to the frequency of the
 * class; then the probabilities of a row are normalized. The curves are clipped to {@code 1 / (n + 2)} and
 * {@code (n + 1) / (n + 2)} for {@code n} rows, since no number of rows gives certainty. A class without a row keeps
 * its probabilities. The most probable class may change.
 */
public final class Isotonic implements Calibrator {

    /** With fewer rows the curves would overfit, except for naive Bayes; see {@link CalibrationMethod}. */
    public static final int MIN_ROWS = 100;

    /** One curve per class; {@code null} for a class that keeps its probabilities. */
    private final List<IsotonicCurve> curves;

    private Isotonic(final List<IsotonicCurve> curves) {
        this.curves = curves;
    }

    /**
     * @param predicted the out-of-fold probabilities; NaN for an undecided row, which is ignored
     * @param codes the true classes of these rows; rows with {@link Labels#UNLABELED} are ignored
     */
    static Isotonic fit(final ClassProbabilities predicted, final int[] codes) {
        final var rows = IntStream.range(0, codes.length)
            .filter(i -> codes[i] >= 0 && predicted.isPredicted(i)).toArray();
        final var lowest = 1.0 / (rows.length + 2);
        final var curves = new ArrayList<IsotonicCurve>();
        for (var c = 0; c < predicted.classes(); c++) {
            final var code = c;
            final var outcomes = Arrays.stream(rows).mapToDouble(i -> codes[i] == code ? 1 : 0).toArray();
            curves.add(Arrays.stream(outcomes).sum() == 0 ? null
                : IsotonicCurve.fit(Arrays.stream(rows).mapToDouble(i -> predicted.get(i, code)).toArray(), outcomes)
                    .clippedTo(lowest, 1 - lowest));
        }
        return new Isotonic(curves);
    }

    /** @return the number of classes */
    int classes() {
        return curves.size();
    }

    @Override
    public ClassProbabilities apply(final ClassProbabilities probabilities) {
        final var classes = probabilities.classes();
        if (classes != curves.size()) {
            throw new IllegalArgumentException(curves.size() + " curves are not for " + classes + " classes.");
        }
        final var values = probabilities.values();
        final var calibrated = new double[values.length];
        for (var at = 0; at < calibrated.length; at += classes) {
            var sum = 0.0;
            for (var c = 0; c < classes; c++) {
                final var curve = curves.get(c);
                final var predicted = values[at + c];
                calibrated[at + c] = curve == null || Double.isNaN(predicted) ? predicted : curve.at(predicted);
                sum += calibrated[at + c];
            }
            for (var c = 0; c < classes; c++) {
                calibrated[at + c] = sum == 0 ? values[at + c] : calibrated[at + c] / sum;
            }
        }
        return new ClassProbabilities(classes, calibrated);
    }

    @Override
    public String text() {
        return "isotonic";
    }

    /** Adds the entries for {@link #restore} to a state. */
    void addTo(final State state) {
        state.put("points", curves.stream().mapToInt(curve -> curve == null ? 0 : curve.x().length).toArray())
            .put("scores",
                concatenated(curves.stream().map(curve -> curve == null ? new double[0] : curve.x()).toList()))
            .put("shares",
                concatenated(curves.stream().map(curve -> curve == null ? new double[0] : curve.y()).toList()));
    }

    private static double[] concatenated(final List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** @throws UserMessageException if the state is damaged */
    static Isotonic restore(final State state) {
        final var points = state.integers("points", -1, 0, Integer.MAX_VALUE);
        final var all = Arrays.stream(points).asLongStream().sum();
        final var scores = state.numbers("scores", all);
        final var shares = state.numbers("shares", all);
        if (points.length == 0 || points.length > Classifier.MAX_CLASSES
            || Arrays.stream(shares).anyMatch(share -> !(share > 0 && share <= 1))) {
            throw new UserMessageException("The stored model is damaged: a curve leaves the probabilities.");
        }
        final var curves = new ArrayList<IsotonicCurve>();
        var from = 0;
        for (final var count : points) {
            try {
                curves.add(count == 0 ? null : new IsotonicCurve(Arrays.copyOfRange(scores, from, from + count),
                    Arrays.copyOfRange(shares, from, from + count)));
            } catch (final IllegalArgumentException e) {
                throw new UserMessageException("The stored model is damaged: " + e.getMessage(), e);
            }
            from += count;
        }
        return new Isotonic(curves);
    }
}
