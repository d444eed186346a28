package org.fewlabel.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.Samples;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.junit.jupiter.api.Test;

/** A classifier of rows as a network takes them; here logistic regression stands for the network. */
class FineTunedClassifierTest {

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

    @Test
    void isStoredAndADamagedOneIsRefused() {
        final var input = InputEncoder.fit(rows(), InputEncoder.Scaling.ROBUST, Progress.NONE);
        final var model = StandardLearner.LOGISTIC.fit(input.encode(rows(), Progress.NONE),
            TrainingLabels.of(CLOUDS.labels(5)), 1,
            Workers.CALLER, Progress.NONE);
        final var classifier = new FewLabelClassifier(List.of("x", "y"), List.of("a", "b"),
            new RowsClassifier.OfInput(input, model));
        final var restored = FewLabelClassifier.restore(classifier.state());
        assertThat(restored.kind()).isEqualTo("fine-tuned logistic regression");
        assertThat(restored.predict(rows(), Workers.CALLER, Progress.NONE).values())
            .containsExactly(classifier.predict(rows(), Workers.CALLER, Progress.NONE).values());
        for (final var forged : List.of(new State().put("kind", "fine-tuned").put("input", input.state()),
            new State().put("kind", "fine-tuned").put("classifier", model.state()),
            new State().put("kind", "fine-tuned").put("classifier", model.state()).put("input",
                InputEncoder
                    .fit(new Rows(60, rows().columns().subList(0, 1)), InputEncoder.Scaling.ROBUST, Progress.NONE)
                    .state()))) {
            assertThatThrownBy(() -> FewLabelClassifier.restore(new State().put("columns", new String[]{"x", "y"})
                .put("classes", new String[]{"a", "b"}).put("model", forged)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
        }
    }
}
