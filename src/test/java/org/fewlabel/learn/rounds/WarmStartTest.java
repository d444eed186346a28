package org.fewlabel.learn.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.Samples;
import org.junit.jupiter.api.Test;

class WarmStartTest {

    private static final Samples.Clouds CLOUDS = Samples.Clouds.of(60, 2, 3, 1);

    private static Rows rows() {
        final var values = CLOUDS.rows().values();
        final var x = new double[60];
        final var y = new double[60];
        for (var i = 0; i < 60; i++) {
            x[i] = values[2 * i];
            y[i] = values[2 * i + 1];
        }
        return new Rows(60, List.of(new NumberColumn("x", x), new NumberColumn("y", y)));
    }

    /** Knows the classes in another order. */
    private static FewLabelClassifier teacher(final List<String> classes) {
        final var encoder = RowEncoder.fit(rows(), Progress.NONE);
        final var encoded = encoder.encode(rows(), Progress.NONE);
        final var codes = new int[60];
        for (var i = 0; i < 60; i++) {
            codes[i] = 1 - CLOUDS.truth()[i];
        }
        return new FewLabelClassifier(List.of("x", "y"), classes, encoder, LogisticRegression.train(encoded,
            TrainingLabels.of(new Labels(codes, classes)), Workers.CALLER, Progress.NONE));
    }

    @Test
    void aTeacherIsNotUsedForLabeledRowsAndNamesMatchClasses() {
        final var labels = CLOUDS.labels(3);
        final var guesses = new WarmStart.Taught(teacher(List.of("class 1", "class 0")), rows()).initial(labels,
            Workers.CALLER, Progress.NONE);
        for (var row = 0; row < 60; row++) {
            if (row < 6) {
                assertThat(guesses.values()[2 * row]).isNaN();
                assertThat(guesses.values()[2 * row + 1]).isNaN();
            } else {
                assertThat(guesses.values()[2 * row] + guesses.values()[2 * row + 1]).isCloseTo(1, within(1e-6));
                assertThat(guesses.values()[2 * row + CLOUDS.truth()[row]]).isGreaterThan(0.5);
            }
        }
    }

    @Test
    void classesThatDoNotMatchAreNamed() {
        assertThatThrownBy(() -> new WarmStart.Taught(teacher(List.of("class 1", "other")), rows()).initial(
            CLOUDS.labels(3),
            Workers.CALLER, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "The given classifier tells other classes than the label column has: it does not know \"class 0\", "
                    + "and it tells "
                    + "\"other\", which the label column does not have. Connect a classifier of the same classes, or "
                    + "none.");
        WarmStart.checkClasses(List.of("b", "a"), List.of("a", "b"));
    }
}
