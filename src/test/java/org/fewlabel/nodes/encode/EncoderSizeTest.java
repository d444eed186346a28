package org.fewlabel.nodes.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.embedding;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.port.EncoderPortObjectSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataType;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** How large the networks are, and so the embeddings. */
class EncoderSizeTest {

    private static final int ROWS = 60;

    private static BufferedDataTable table() {
        return groups(ROWS).strings("label", cells(ROWS, i -> i < 6 ? "group " + i % 2 : null)).build();
    }

    @ParameterizedTest
    @CsvSource({"SMALL,32", "MEDIUM,128", "LARGE,256"})
    void aSizeDeterminesTheLengthOfTheEmbedding(final String size, final int dimensions) throws Exception {
        final var run = Trainer.DENOISING.run(s -> {
            Trainer.inside(s, "training", training -> training.addString("size", size));
            Trainer.epochs(s, 1);
        }, table());

        assertThat(((EncoderPortObjectSpec)run.configured().specs()[0]).dimensions()).isEqualTo(dimensions);
        assertThat(((EncoderPortObjectSpec)run.object(0).getSpec()).dimensions()).isEqualTo(dimensions);
        assertThat(
            TestRun.of(new EncoderApplyNodeFactory(), s -> s.addString("form", "COLUMNS"), run.object(0), table())
                .table(0).getDataTableSpec().getNumColumns())
            .isEqualTo(7 + dimensions);
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class,
        names = {"NT_XENT", "BARLOW_TWINS", "SWAPPED", "MASKED", "DENOISING", "VARIATIONAL"})
    void customWidthsAreThoseOfTheLayers(final Trainer trainer) throws Exception {
        final var table = table();
        // a single layer has no hidden one before it
        final var widths = trainer.reconstructs() ? " 7 " : "12,7";
        final var encoder = trainer.train(table, s -> Trainer.widths(s, widths));

        assertThat(encoder.getSpec().dimensions()).isEqualTo(7);
        assertThat(embedding(encoder, table)).doesNotContain(DataType.getMissingCell());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "64, ", "64; 32", "-5", "64.5", "4097", "99999999999", "viele"})
    void widthsThatAreNoneAreNamed(final String widths) {
        assertThatThrownBy(() -> Trainer.DENOISING.train(table(), s -> Trainer.widths(s, widths)))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"Units per layer\" must be whole numbers from 1 to 4096")
            .hasMessageContaining("\"" + widths.substring(widths.startsWith("64,") ? 3 : 0).strip() + "\" is not");
    }

    @Test
    void tooManyLayersAreNamed() {
        assertThatThrownBy(() -> Trainer.DENOISING.train(table(), s -> Trainer.widths(s, "9" + ",9".repeat(16))))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("\"Units per layer\" lists 17 layers, and there can be at most 16.");
    }
}
