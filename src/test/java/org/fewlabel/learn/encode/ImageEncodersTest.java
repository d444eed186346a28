package org.fewlabel.learn.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Pictures;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.pretext.PretextTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageEncodersTest {

    private static final Engine ENGINE = Engines.open(Progress.NONE);

    private static final Shape SHAPE = new Shape(7, 6, 1);

    private static final EncoderSettings SETTINGS = new EncoderSettings(new Architecture(List.of(24, 16)),
        InputEncoder.Scaling.ROBUST,
        TrainingSettings.defaults(7).withEpochs(8).withBatch(30).withLearningRate(1e-2, 1));

    @FunctionalInterface
    private interface Trainer {
        FittedEncoder fit(Rows rows);
    }

    private static PretextTask task(final PretextTask.Kind kind) {
        return PretextTask.of(kind, List.of(Pictures.NAME), 3);
    }

    private static Trainer masked(final PretextTask.Kind kind) {
        return rows -> new MaskedEncoder(task(kind), MaskedEncoder.RECONSTRUCT, SETTINGS).fit(rows, ENGINE,
            Progress.NONE);
    }

    private static Trainer contrastive(final PretextTask.Kind kind, final Objective.TwoViews loss) {
        return rows -> new ContrastiveEncoder(task(kind), loss, SETTINGS).fit(rows, ENGINE, Progress.NONE);
    }

    private static Trainer autoencoder(final Autoencoder.Variant variant) {
        return rows -> new Autoencoder(variant, 0.1, SETTINGS).fit(rows, ENGINE, Progress.NONE);
    }

    static Stream<Arguments> trainers() {
        return Stream.of(
            Arguments.of("SimCLR", contrastive(PretextTask.Kind.IMAGE, new Objective.NtXent(0.5))),
            Arguments.of("VICReg", contrastive(PretextTask.Kind.PATCHES, new Objective.VicReg(25, 25, 1))),
            Arguments.of("rotation", masked(PretextTask.Kind.ROTATE)),
            Arguments.of("jigsaw", masked(PretextTask.Kind.JIGSAW)),
            Arguments.of("patches", masked(PretextTask.Kind.PATCHES)),
            Arguments.of("views undone", masked(PretextTask.Kind.IMAGE)),
            Arguments.of("pixels exchanged", masked(PretextTask.Kind.MASK)),
            Arguments.of("denoising", autoencoder(Autoencoder.Variant.DENOISING)),
            Arguments.of("variational", autoencoder(Autoencoder.Variant.VARIATIONAL)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainers")
    void convolutionsLearnAndAreRestored(final String name, final Trainer trainer) {
        final var rows = Pictures.bars(120, SHAPE, 1);
        final var fitted = trainer.fit(rows);

        assertThat(fitted.encoder().network().body().get(0)).isInstanceOf(Layer.Convolution.class);
        assertThat(fitted.training().best()).isPositive();
        final var embedding = fitted.encoder().embed(rows, ENGINE, Progress.NONE);
        assertThat(embedding.columns()).isEqualTo(16);
        final var restored = TableEncoder.restore(fitted.encoder().state());
        assertThat(restored.embed(rows, ENGINE, Progress.NONE).values()).isEqualTo(embedding.values());
        assertThat(trainer.fit(rows).encoder().embed(rows, ENGINE, Progress.NONE).values())
            .isEqualTo(embedding.values());
        if (restored.reconstructs()) {
            assertThat(restored.reconstructionErrors(rows, ENGINE, Progress.NONE)).hasSize(120)
                .doesNotContain(Float.NaN);
        }
    }

    /**
     * Random predictions have the loss ln 4 = 1.39; bars are horizontal or vertical, and look the same upside down but
     * for their position.
     */
    @Test
    void rotationsArePredicted() {
        final var longer = new EncoderSettings(SETTINGS.architecture(), SETTINGS.scaling(),
            SETTINGS.training().withEpochs(25));
        final var half = Pictures.bars(400, SHAPE, 1);
        final var lying = half.select(java.util.stream.IntStream.range(0, 200).map(i -> 2 * i).toArray());

        final var training = new MaskedEncoder(task(PretextTask.Kind.ROTATE), 1, longer)
            .fit(lying, ENGINE, Progress.NONE)
            .training();

        assertThat(training.history().get(training.best() - 1).heldOutLoss()).isLessThan(0.9);
    }

    /** Masked pixels are reconstructed better than by the mean, whose squared error is 1. */
    @Test
    void maskedPatchesAreReconstructed() {
        final var longer = new EncoderSettings(SETTINGS.architecture(), SETTINGS.scaling(),
            SETTINGS.training().withEpochs(40));
        final var training = new MaskedEncoder(task(PretextTask.Kind.PATCHES), 1, longer)
            .fit(Pictures.bars(200, SHAPE, 1), ENGINE, Progress.NONE).training();

        final var first = training.history().get(0).heldOutLoss();
        assertThat(training.history().get(training.best() - 1).heldOutLoss()).isLessThan(0.75 * first);
    }

    @ParameterizedTest
    @CsvSource({"1,1,3", "1,9,1", "9,1,1", "2,2,1", "3,40,1", "33,33,3"})
    void imagesOfAnySizeHaveANetwork(final int height, final int width, final int channels) {
        final var body = ConvolutionBody.of(new Shape(height, width, channels), Architecture.SMALL, false);
        final var network = new org.fewlabel.learn.net.Network(
            new org.fewlabel.learn.net.Network.Input(height * width * channels, List.of()), body, List.of());
        assertThat(network.bodyWidth()).isEqualTo(32);
    }

    @Test
    void withOtherColumnsImagesAreEncodedAsVectors() {
        final var image = Pictures.bars(60, SHAPE, 1).columns().get(0);
        final var number = new NumberColumn("x", new java.util.Random(1).doubles(60).toArray());
        final var both = new Rows(60, List.of(image, number));
        final var encoder = new Autoencoder(Autoencoder.Variant.DENOISING, 0.1, SETTINGS)
            .fit(both, ENGINE, Progress.NONE)
            .encoder();
        assertThat(encoder.network().body().get(0)).isInstanceOf(Layer.Dense.class);

        final var rotate = PretextTask.of(PretextTask.Kind.ROTATE, List.of(Pictures.NAME, "x"), 1);
        assertThatThrownBy(() -> new MaskedEncoder(rotate, 1, SETTINGS).fit(both, ENGINE, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"Rotate\" is for images");
        assertThatThrownBy(() -> new ContrastiveEncoder(rotate, new Objective.NtXent(1), SETTINGS).fit(both, ENGINE,
            Progress.NONE)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"Rotate\" is for images");
    }
}
