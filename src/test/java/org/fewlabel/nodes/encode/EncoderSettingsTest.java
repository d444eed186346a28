package org.fewlabel.nodes.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.util.Arrays;
import java.util.function.Consumer;

import org.fewlabel.nodes.TestRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Settings out of range are refused, by the names that the dialog has, before anything is computed. */
class EncoderSettingsTest {

    private static void configure(final Trainer trainer, final Consumer<NodeSettings> change) throws Exception {
        final var specs = Arrays.stream(trainer.inputs(groups(4).build())).map(PortObject::getSpec)
            .toArray(PortObjectSpec[]::new);
        assertThat(TestRun.configure(trainer.factory(), trainer.settings(change), specs).specs()).hasSize(2);
    }

    private static void assertRefused(final Trainer trainer, final Consumer<NodeSettings> change,
        final String message) {
        assertThatThrownBy(() -> configure(trainer, change)).isInstanceOf(InvalidSettingsException.class)
            .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NT_XENT      | temperature | 0.01    | "Temperature" must be from 0.02 to 100, not 0.01.
        NT_XENT      | temperature | 101     | "Temperature" must be from 0.02 to 100, not 101.0.
        NT_XENT      | temperature | NaN     | "Temperature" must be from 0.02 to 100, not NaN.
        BARLOW_TWINS | offDiagonal | 0       | "Redundancy weight" must be above 0 and at most 1,000,000, not 0.0.
        VICREG       | invariance  | -1      | "Invariance weight" must be above 0 and at most 1,000,000, not -1.0.
        VICREG       | variance    | 1e7     | "Variance weight" must be above 0 and at most 1,000,000, not 1.0E7.
        VICREG       | covariance  | NaN     | "Covariance weight" must be above 0 and at most 1,000,000, not NaN.
        MASKED       | reconstruct | 0       | "Reconstruction weight" must be above 0 and at most 1,000, not 0.0.
        DENOISING    | share       | 100.5   | "Changed cells (%)" must be from 0 to 100, not 100.5.
        VARIATIONAL  | beta        | -0.1    | "KL weight (beta)" must be from 0 to 1,000,000, not -0.1.
        VARIATIONAL  | beta        | 1e7     | "KL weight (beta)" must be from 0 to 1,000,000, not 1.0E7.
        """)
    void aNumberOutOfRangeIsNamed(final Trainer trainer, final String key, final double value, final String message) {
        assertRefused(trainer, s -> s.addDouble(key, value), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        learningRate | 0        | "Learning rate" must be above 0, not 0.0.
        learningRate | Infinity | "Learning rate" must be above 0, not Infinity.
        learningRate | NaN      | "Learning rate" must be above 0, not NaN.
        weightDecay  | -1       | "Weight decay" must be 0 or more, not -1.0.
        weightDecay  | NaN      | "Weight decay" must be 0 or more, not NaN.
        """)
    void aNumberOfTheTrainingOutOfRangeIsNamed(final String key, final double value, final String message) {
        assertRefused(Trainer.DENOISING, s -> Trainer.inside(s, "training", t -> t.addDouble(key, value)), message);
    }

    @ParameterizedTest
    @CsvSource({"epochs,Set number of epochs,1", "patience,Set patience (epochs),1", "batch,Set batch size,2"})
    void tooFewAreNamed(final String key, final String title, final int least) {
        assertRefused(Trainer.MASKED, s -> Trainer.optional(s, key, least - 1),
            "\"" + title + "\" must be at least " + least + ", not " + (least - 1) + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NT_XENT", "BARLOW_TWINS", "VICREG"})
    void oneRowAtATimeCannotBeCompared(final Trainer trainer) {
        assertRefused(trainer, s -> Trainer.optional(s, "batch", 1),
            "\"Set batch size\" must be at least 2, not 1.");
    }

    /** A number hidden by another choice is not validated, since the user cannot see it. */
    @ParameterizedTest
    @CsvSource({"NT_XENT,offDiagonal", "BARLOW_TWINS,temperature", "DENOISING,beta", "VARIATIONAL,share"})
    void whatIsHiddenIsNotChecked(final Trainer trainer, final String key) {
        assertThatCode(() -> configure(trainer, s -> s.addDouble(key, -1))).doesNotThrowAnyException();
    }
}
