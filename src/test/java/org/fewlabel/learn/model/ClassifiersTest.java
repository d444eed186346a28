package org.fewlabel.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.graph.GraphLearner;
import org.fewlabel.learn.graph.LabelPropagation;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.MixtureClassifier;
import org.fewlabel.learn.supervised.NearestNeighbor;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.View;
import org.fewlabel.learn.supervised.ViewsClassifier;
import org.fewlabel.learn.supervised.base.GaussianNaiveBayes;
import org.fewlabel.learn.supervised.base.NearestNeighbors;
import org.fewlabel.learn.supervised.base.RandomForest;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.learn.supervised.calibrate.CalibratedClassifier;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
import org.fewlabel.learn.supervised.calibrate.Isotonic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifiersTest {

    static List<Classifier> kinds() {
        final var rows = rows(20, 1);
        final var codes = new int[20];
        for (var i = 0; i < 20; i++) {
            codes[i] = i < 9 ? i % 3 : -1;
        }
        final var labels = new Labels(codes, List.of("a", "b", "c"));
        final var logistic = LogisticRegression.train(rows, labels, 0, Progress.NONE);
        final var graph = new GraphLearner(new LabelPropagation(), 4, new ExactSearch())
            .learn(rows, labels, Workers.CALLER, Progress.NONE).classifier();
        final var targets = TrainingLabels.of(labels);
        return List.of(logistic, NearestNeighbor.train(rows, labels), graph,
            new MixtureClassifier(List.of(logistic, graph), new double[]{0.25, 0.75}, new double[]{1, 1}, 0.5),
            RandomForest.train(rows, targets, 5, 1, Workers.CALLER, Progress.NONE),
            NearestNeighbors.train(rows, targets, 4),
            GaussianNaiveBayes.train(rows, targets, GaussianNaiveBayes.Smoothing.FEW_LABELS, Progress.NONE),
            new ViewsClassifier(2, 0, List.of(logistic, NearestNeighbors.train(rows, targets, 4)),
                List.of(new View(1, 0), new View(0, 1)), new double[]{1, 2}),
            StandardLearner.NETWORK.fit(rows, targets, 1, Workers.CALLER, Progress.NONE),
            new CalibratedClassifier(logistic, curves()));
    }

    private static Isotonic curves() {
        final var random = new Random(3);
        final var said = new double[3 * Isotonic.MIN_ROWS];
        final var codes = new int[Isotonic.MIN_ROWS];
        for (var i = 0; i < codes.length; i++) {
            said[3 * i] = random.nextDouble();
            said[3 * i + 1] = 1 - said[3 * i];
            codes[i] = random.nextDouble() < said[3 * i] ? 0 : 1;
        }
        return (Isotonic)CalibrationMethod.ISOTONIC.fit(new ClassProbabilities(3, said), codes);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRestoredClassifierPredictsTheSame(final Classifier classifier) {
        final var queries = rows(30, 2);
        final var restored = Classifiers.restore(classifier.state());
        assertThat(restored).hasSameClassAs(classifier);
        assertThat(restored.classes()).isEqualTo(classifier.classes()).isEqualTo(3);
        assertThat(restored.columns()).isEqualTo(classifier.columns()).isEqualTo(2);
        final var probabilities = classifier.predict(queries, Workers.CALLER, Progress.NONE);
        assertThat(probabilities.values()).hasSize(90);
        assertThat(restored.predict(queries, Workers.CALLER, Progress.NONE).values())
            .containsExactly(probabilities.values());
        assertThat(restored.predict(queries, Workers.own(3), Progress.NONE).values())
            .containsExactly(probabilities.values());
    }

    /** Every entry of every kind in turn: left out, of another type, too long, and of nonsense numbers. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aForgedStateIsRefused(final Classifier classifier) {
        final var entries = classifier.state().entries();
        for (final var forged : entries.keySet()) {
            assertRefused(entries.keySet(), classifier, forged, (state, value) -> {});
            assertRefused(entries.keySet(), classifier, forged, (state, value) -> state.put(forged, new State()));
            if (entries.get(forged) instanceof Integer) {
                assertRefused(entries.keySet(), classifier, forged, (state, value) -> state.put(forged, -1));
                if (!forged.equals("neighbours")) { // any number of neighbors above 0 will do
                    assertRefused(entries.keySet(), classifier, forged,
                        (state, value) -> state.put(forged, Integer.MAX_VALUE));
                }
            } else if (entries.get(forged) instanceof int[] codes) {
                assertRefused(entries.keySet(), classifier, forged,
                    (state, value) -> state.put(forged, new int[]{-1}));
                final var high = codes.clone();
                high[0] = 3;
                assertRefused(entries.keySet(), classifier, forged, (state, value) -> state.put(forged, high));
            } else if (entries.get(forged) instanceof float[] values) {
                final var infinite = values.clone();
                infinite[1] = Float.NEGATIVE_INFINITY;
                assertRefused(entries.keySet(), classifier, forged, (state, value) -> state.put(forged, infinite));
                assertRefused(entries.keySet(), classifier, forged,
                    (state, value) -> state.put(forged, new float[values.length + 1]));
            } else if (entries.get(forged) instanceof double[] values) {
                final var nan = values.clone();
                nan[1] = Double.NaN;
                assertRefused(entries.keySet(), classifier, forged, (state, value) -> state.put(forged, nan));
            }
        }
    }

    private static void assertRefused(final Iterable<String> names, final Classifier classifier, final String forged,
        final BiConsumer<State, Object> forger) {
        final var state = new State();
        for (final var name : names) {
            final var value = classifier.state().entries().get(name);
            if (name.equals(forged)) {
                forger.accept(state, value);
            } else {
                state.put(name, value);
            }
        }
        assertThatThrownBy(() -> Classifiers.restore(state)).as(forged).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("The stored model is damaged");
    }

    @Test
    void scoresOfAGraphMustBeProbabilities() {
        for (final var scores : new float[][]{{0.5f, 0.4f}, {1.5f, -0.5f}, {Float.NaN, 1}, {1, Float.NaN}}) {
            final var state = new State().put("kind", "graph").put("rows", 1).put("columns", 1).put("classes", 2)
                .put("neighbours", 1).put("values", new float[1]).put("scores", scores);
            assertThatThrownBy(() -> Classifiers.restore(state)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The stored model is damaged");
        }
    }

    @Test
    void aMixtureHasNoMixtureAmongItsParts() {
        final var mixture = kinds().get(3);
        final var nested = new State().put("kind", "mixture").put("parts", 1).put("weights", new double[]{1})
            .put("temperatures", new double[]{1}).put("temperature", 1.0).put("part 0", mixture.state());
        assertThatThrownBy(() -> Classifiers.restore(nested)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"mixture\"");
    }

    @Test
    void curvesAreLaidOverAMixtureButNotOverCurves() {
        final var mixture = new CalibratedClassifier(kinds().get(3), curves());
        final var queries = rows(30, 2);
        assertThat(Classifiers.restore(mixture.state()).predict(queries, Workers.CALLER, Progress.NONE).values())
            .containsExactly(mixture.predict(queries, Workers.CALLER, Progress.NONE).values());
        final var nested = new CalibratedClassifier(mixture, curves()).state();
        assertThatThrownBy(() -> Classifiers.restore(nested)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"calibrated\"");
    }

    @Test
    void anUnknownKindIsNamed() {
        assertThatThrownBy(() -> Classifiers.restore(new State().put("kind", "java.lang.Runtime")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"java.lang.Runtime\"")
            .hasMessageContaining("Update the extension");
    }

    private static DenseRows rows(final int rows, final long seed) {
        final var random = new Random(seed);
        final var values = new float[2 * rows];
        for (var i = 0; i < values.length; i++) {
            values[i] = i % 9 == 8 ? Float.NaN : random.nextFloat();
        }
        return new DenseRows(rows, 2, values);
    }
}
