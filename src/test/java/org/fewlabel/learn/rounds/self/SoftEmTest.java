package org.fewlabel.learn.rounds.self;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.learn.supervised.base.GaussianNaiveBayes;
import org.fewlabel.learn.supervised.base.GaussianNaiveBayes.Smoothing;
import org.fewlabel.learn.supervised.base.Samples;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
import org.junit.jupiter.api.Test;

class SoftEmTest {

    /*
     * g = GaussianNB().fit(X[:6], y), and three times: p = g.predict_proba(X[6:]),
     * g = GaussianNB().fit(X[:6] + X[6:] + X[6:], y + [0, 0] + [1, 1], ones + .5 * p[:, 0] + .5 * p[:, 1])
     * with the rows of Samples and scikit-learn 1.2.1
     */
    /**
     * Wrong initial predictions, so that their effect is visible; a row without one is predicted by the learner.
     */
    @Test
    void theFirstPseudoLabelsMayBeGiven() {
        final var clouds = Samples.Clouds.of(200, 2, 1, 1);
        final var labels = clouds.labels(5);
        final var guesses = new double[400];
        Arrays.fill(guesses, Double.NaN);
        for (var row = 10; row < 190; row++) {
            guesses[2 * row] = clouds.truth()[row];
            guesses[2 * row + 1] = 1 - clouds.truth()[row];
        }
        final var learned = new SoftEm(new Contest.Settings(1, false, CalibrationMethod.AUTOMATIC)).fit(clouds.rows(),
            labels,
            clouds.truth(), Optional.of(new ClassProbabilities(2, guesses)), Workers.CALLER, Progress.NONE);
        assertThat(learned.rounds().get(0).precision()).isLessThan(0.1);
        assertThat(learned.rounds().get(0).rows()).isEqualTo(190);
    }

    @Test
    void isTheLoopWrittenOutWithScikitLearn() {
        final var labels = new Labels(new int[]{0, 0, 1, 0, 1, 1, -1, -1}, Samples.names(2));
        final var course = new EmCourse(Samples.ROWS, labels, 0.5,
            (rows, targets, seed, w, p) -> GaussianNaiveBayes.train(rows, targets, Smoothing.SCIKIT_LEARN, p), 1,
            Optional.empty(), Workers.CALLER,
            Progress.NONE);
        assertClose(Arrays.copyOfRange(course.probabilities().values(), 12, 16), 1, 0, 0.579765, 0.420235);
        final var step = course.next(Workers.CALLER, Progress.NONE);
        assertThat(step.codes()).containsExactly(-1, -1, -1, -1, -1, -1, 0, 0);
        assertClose(Arrays.copyOfRange(course.probabilities().values(), 12, 16), 0.999991, 0.000009, 0.554942,
            0.445058);
        course.next(Workers.CALLER, Progress.NONE);
        course.next(Workers.CALLER, Progress.NONE);
        assertClose(course.classifier(Workers.CALLER, Progress.NONE).predict(Samples.QUERIES, Workers.CALLER,
            Progress.NONE).values(), 0.985969, 0.014031, 0.003462, 0.996538, 0.000002, 0.999998);
    }

    private static double accuracy(final double[] probabilities, final Samples.Clouds clouds, final int from) {
        final var predicted = new ClassProbabilities(clouds.classes(), probabilities).argmax();
        return IntStream.range(from, predicted.length).filter(i -> predicted[i] == clouds.truth()[i]).count()
            / (double)(predicted.length - from);
    }

    @Test
    void findsCloudsOfItsShapeFromFewLabels() {
        final var clouds = Samples.Clouds.of(900, 3, 2.2, 3);
        final var em = new SoftEm(new Contest.Settings(10, false, CalibrationMethod.AUTOMATIC)).fit(clouds.rows(),
            clouds.labels(3), clouds.truth(),
            Workers.CALLER, Progress.NONE);
        assertThat(accuracy(em.probabilities().values(), clouds, 9))
            .isGreaterThan(accuracy(em.baseline().values(), clouds, 9));
        assertThat(em.rounds()).allMatch(round -> round.rows() == 891 && round.precision() > 0.8);
        assertThat(em.rounds().get(0).thresholds()).containsOnly(Double.NaN);
    }

    @Test
    void isRejectedWithoutLabelsForValidationAndEqualOnAnyThreads() {
        final var clouds = Samples.Clouds.of(200, 3, 2, 1);
        final var settings = new Contest.Settings(10, true, CalibrationMethod.AUTOMATIC);
        final var one = new SoftEm(settings).fit(clouds.rows(), clouds.labels(1), null, Workers.CALLER, Progress.NONE);
        assertThat(one.verdict().reason()).isEqualTo(Reason.TOO_FEW_LABELS);
        assertThat(one.probabilities().values()).containsExactly(one.baseline().values());
        final var many = new SoftEm(settings).fit(clouds.rows(), clouds.labels(12), null, Workers.CALLER,
            Progress.NONE);
        assertThat(new SoftEm(settings).fit(clouds.rows(), clouds.labels(12), null, Workers.own(3), Progress.NONE)
            .probabilities().values()).containsExactly(many.probabilities().values());
    }

    @Test
    void cancelIsHeard() {
        final var clouds = Samples.Clouds.of(60, 3, 4, 1);
        assertThatThrownBy(() -> new SoftEm(new Contest.Settings(3, true, CalibrationMethod.AUTOMATIC)).fit(
            clouds.rows(), clouds.labels(3), null,
            Workers.CALLER, Samples.CANCELED)).isInstanceOf(CancellationException.class);
    }

    private static void assertClose(final double[] actual, final double... expected) {
        assertThat(actual).containsExactly(expected, within(2e-6));
    }
}
