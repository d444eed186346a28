package org.fewlabel.learn.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Pictures;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.encode.Architecture;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.pretext.PretextTask;
import org.junit.jupiter.api.Test;

class ImageConsistencyTest {

    private static final Engine ENGINE = Engines.open(Progress.NONE);

    private static final EncoderSettings NETWORK = new EncoderSettings(new Architecture(List.of(24, 16)),
        InputEncoder.Scaling.ROBUST, TrainingSettings.defaults(1));

    private static final ConsistencySettings QUICK = ConsistencySettings.defaults(1).withLearningRate(1e-2, 0.3)
        .withEpochs(30);

    private static ConsistencyResult learn(final Rows rows, final int labeled, final PretextTask.Kind kind) {
        return new ConsistencyLearner(ConsistencyMethod.defaults(), PretextTask.of(kind, List.of(Pictures.NAME), 1),
            QUICK)
            .fromScratch(NETWORK, rows, Pictures.labels(rows.size(), labeled), null, ENGINE, Progress.NONE);
    }

    @Test
    void eightLabelsDistinguishHorizontalFromVertical() {
        final var rows = Pictures.bars(160, new Shape(8, 8, 1), 1);
        final var learned = learn(rows, 8, PretextTask.Kind.IMAGE);
        final var others = Pictures.bars(100, new Shape(8, 8, 1), 2);
        final var truth = Pictures.labels(100, 100);

        final var predicted = learned.classifier().predict(others, ENGINE, Progress.NONE);
        assertThat(Examples.accuracy(truth, predicted.values())).isGreaterThan(0.9);
        assertThat(learn(rows, 8, PretextTask.Kind.IMAGE).classifier().predict(others, ENGINE, Progress.NONE))
            .as("the same seed").isEqualTo(predicted);
    }

    @Test
    void aTaskForImagesNeedsOne() {
        final var shaped = Pictures.bars(40, new Shape(8, 8, 1), 1).columns().get(0);
        final var values = ((org.fewlabel.learn.data.VectorColumn)shaped).values();
        final var rows = new Rows(40, List.of(new org.fewlabel.learn.data.VectorColumn(Pictures.NAME, 40, 64, values)));
        assertThatThrownBy(() -> learn(rows, 4, PretextTask.Kind.IMAGE)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"Image views\" is for images");
    }
}
