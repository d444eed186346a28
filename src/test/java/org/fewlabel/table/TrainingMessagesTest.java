package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.inputs.TextLengths;
import org.fewlabel.learn.net.Ending;
import org.fewlabel.learn.net.Ending.Reason;
import org.junit.jupiter.api.Test;

class TrainingMessagesTest {

    private static Report ending(final Reason reason, final int epoch, final int best, final boolean heldOut) {
        return TrainingMessages.ending(new Ending(reason, epoch, best, 7, heldOut, 0.001), "");
    }

    private static void assertFact(final Report report, final String... sentences) {
        assertThat(report.facts()).containsExactly(sentences);
        assertThat(report.warnings()).isEmpty();
    }

    private static void assertWarning(final Report report, final String... sentences) {
        assertThat(report.warnings()).containsExactly(sentences);
        assertThat(report.facts()).isEmpty();
    }

    @Test
    void aTrainingThatRanAllEpochs() {
        assertFact(ending(Reason.ALL_EPOCHS, 60, 52, true),
            "Trained 60 epochs. Epoch 52 has the lowest validation loss and is used.");
        assertFact(ending(Reason.ALL_EPOCHS, 60, 52, false),
            "Trained 60 epochs. Epoch 52 has the lowest training loss and is used.");
        assertFact(ending(Reason.ALL_EPOCHS, 60, 60, true), "Trained 60 epochs.");
        assertFact(ending(Reason.ALL_EPOCHS, 1, 1, false), "Trained 1 epoch.");
    }

    @Test
    void aTrainingThatWasStoppedEarly() {
        assertFact(ending(Reason.STOPPED_EARLY, 25, 18, true),
            "Trained 25 epochs, stopped early because the validation loss had not decreased for 7 epochs. "
                + "Epoch 18 has the lowest validation loss and is used.");
    }

    @Test
    void aTrainingThatDidNotHelpIsAWarning() {
        final var report = ending(Reason.STOPPED_EARLY, 7, 0, true);

        assertThat(report.facts()).containsExactly(
            "Trained 7 epochs, stopped early because the validation loss had not decreased for 7 epochs.");
        assertThat(report.warnings())
            .containsExactly("Training did not decrease the validation loss, so the parameters "
                + "before training are used. Decrease the learning rate (0.001).");
    }

    @Test
    void aTrainingThatDivergedIsAWarning() {
        assertWarning(ending(Reason.DIVERGED, 3, 2, true), "Training diverged in epoch 3: the loss was no longer a "
            + "number. The parameters after epoch 2 are used. Decrease the learning rate (0.001).");
        assertWarning(ending(Reason.DIVERGED, 1, 0, true), "Training diverged in epoch 1: the loss was no longer a "
            + "number. The parameters before training are used. Decrease the learning rate (0.001).");
    }

    @Test
    void whatTheEngineSaysIsAWarning() {
        final var report = TrainingMessages.ending(new Ending(Reason.ALL_EPOCHS, 2, 2, 7, true, 0.001), "It is slow.");

        assertThat(report.warnings()).containsExactly("It is slow.");
        assertThat(report.facts()).containsExactly("Trained 2 epochs.");
    }

    @Test
    void truncatedTextsAreAWarningIfThereAreMoreThanUsual() {
        final var read = "The first 32 word pieces of each text in \"text\" are used. The vocabulary has 400 word "
            + "pieces.";
        assertFact(TrainingMessages.lengths(List.of(new TextLengths("text", 32, 400, 0, 100))), read);
        assertFact(TrainingMessages.lengths(List.of(new TextLengths("text", 32, 400, 5, 100))), read,
            "5 of 100 texts in \"text\" are longer and are truncated.");
        assertFact(TrainingMessages.lengths(List.of(new TextLengths("text", 32, 400, 1, 100))), read,
            "1 of 100 texts in \"text\" is longer and is truncated.");

        final var many = TrainingMessages.lengths(List.of(new TextLengths("text", 32, 400, 6, 100)));
        assertThat(many.facts()).containsExactly(read);
        assertThat(many.warnings()).containsExactly("6 of 100 texts in \"text\" are longer and are truncated.");
    }

    @Test
    void aBatchThatIsTooLarge() {
        assertFact(TrainingMessages.batchSize(512, 100),
            "The batch size (512) exceeds the number of rows (100), so each batch has at most 100 rows.");
        assertFact(TrainingMessages.batchSize(100, 100));
    }

    @Test
    void theLabelColumn() {
        assertFact(TrainingMessages.labelColumn("kind"), "Ignored because it is the label column: \"kind\".");
    }

    @Test
    void howColumnsAreRead() {
        final var number = new FeatureColumn("a", FeatureKind.NUMBER);
        final var image = new FeatureColumn("b", FeatureKind.IMAGE, new Shape(8, 6, 1));
        assertFact(TrainingMessages.columns(List.of(number)), "Read as numbers: \"a\".");
        assertFact(TrainingMessages.columns(List.of(image)), "Read as images: \"b\".",
            "The images in \"b\" have 8 x 6 pixels, grayscale.");
        assertFact(TrainingMessages.columns(List.of(number, new FeatureColumn("c", FeatureKind.IMAGE,
            new Shape(8, 6, 3)))), "Read as numbers: \"a\".", "Read as images: \"c\".",
            "The images in \"c\" have 8 x 6 pixels, 3 channels.",
            "Because there are other features, each pixel is treated as a separate number. Make the images the only "
                + "feature to train a convolutional network.");
    }
}
