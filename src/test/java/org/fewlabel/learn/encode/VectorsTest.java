package org.fewlabel.learn.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoders of tables with a column of vectors. */
class VectorsTest {

    private static final int ROWS = 240;

    private static final Engine ENGINE = Engines.open(Progress.NONE);

    private static final Rows TABLE = Tables.vectors(ROWS, 1);

    static Stream<Arguments> fitted() {
        final var columns = List.of("embedding", "colour");
        return Stream.of(InputEncoder.Scaling.values()).flatMap(scaling -> {
            final var settings = new EncoderSettings(new Architecture(List.of(24, 8)), scaling,
                TrainingSettings.defaults(7).withEpochs(20).withBatch(54).withLearningRate(1e-2, 1));
            final var corrupt = PretextTask.of(PretextTask.Kind.CORRUPT, columns, 3);
            final var mask = PretextTask.of(PretextTask.Kind.MASK, columns, 3);
            return Stream.of(
                new ContrastiveEncoder(corrupt, new Objective.NtXent(1), settings).fit(TABLE, ENGINE, Progress.NONE),
                new MaskedEncoder(mask, MaskedEncoder.RECONSTRUCT, settings).fit(TABLE, ENGINE, Progress.NONE),
                new Autoencoder(Autoencoder.Variant.DENOISING, 0.2, settings).fit(TABLE, ENGINE, Progress.NONE),
                new Autoencoder(Autoencoder.Variant.VARIATIONAL, 0.05, settings).fit(TABLE, ENGINE, Progress.NONE))
                .map(fitted -> Arguments.of(fitted.encoder().kind(), scaling, fitted.encoder()));
        });
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("fitted")
    void learnsEncodesNewRowsAndIsRestored(final String kind, final InputEncoder.Scaling scaling,
        final TableEncoder encoder) {
        final var fresh = Tables.vectors(90, 2);
        final var embedding = encoder.embed(fresh, ENGINE, Progress.NONE);

        assertThat(encoder.columns()).containsExactly("embedding", "colour");
        assertThat(embedding.rows()).isEqualTo(90);
        assertThat(groupsTold(encoder, fresh)).isGreaterThan(0.8);
        final var restored = TableEncoder.restore(encoder.state());
        assertThat(restored.embed(fresh, ENGINE, Progress.NONE).values()).isEqualTo(embedding.values());
        if (encoder.reconstructs()) {
            assertThat(restored.reconstructionErrors(fresh, ENGINE, Progress.NONE)).hasSize(90)
                .isEqualTo(encoder.reconstructionErrors(fresh, ENGINE, Progress.NONE));
        }
        refusesOtherColumns(encoder, fresh);
    }

    /** The accuracy on new rows of logistic regression on the embeddings of 30 labeled ones. */
    private static double groupsTold(final TableEncoder encoder, final Rows rows) {
        final var embedding = encoder.embed(rows, ENGINE, Progress.NONE);
        final var groups = Tables.groups(rows.size());
        final var few = groups.codes().clone();
        Arrays.fill(few, 30, few.length, Labels.UNLABELED);
        final var model = LogisticRegression.train(embedding, new Labels(few, groups.classes()), 0, Progress.NONE);
        final var predicted = new ClassProbabilities(Tables.GROUPS,
            model.predict(embedding, Workers.CALLER, Progress.NONE).values()).argmax();
        var right = 0;
        for (var i = 0; i < predicted.length; i++) {
            right += predicted[i] == groups.codes()[i] ? 1 : 0;
        }
        return (double)right / predicted.length;
    }

    private static void refusesOtherColumns(final TableEncoder encoder, final Rows rows) {
        final var color = rows.columns().get(1);
        final var longer = new Rows(90, List.of(new VectorColumn("embedding", 90, 7, new float[630]), color));
        final var none = new Rows(90, List.of(new VectorColumn("embedding", 90, 0, new float[0]), color));
        final var numbers = new Rows(90, List.of(new NumberColumn("embedding", new double[90]), color));

        assertThatThrownBy(() -> encoder.embed(longer, ENGINE, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("The column \"embedding\" has vectors of 7 numbers, but those in the training data have 6.");
        assertThatThrownBy(() -> encoder.embed(numbers, ENGINE, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"embedding\" must hold vectors of numbers");
        assertThat(encoder.embed(none, ENGINE, Progress.NONE).values()).doesNotContain(Float.NaN);
    }
}
