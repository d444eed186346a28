package org.fewlabel.nodes.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.embedding;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.List;

import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.port.EncoderPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;

/** The three nodes that train encoders, all in the same respects. */
class EncoderLearnersTest {

    private static final int ROWS = 90;

    private static final DataTableSpec HISTORY = new DataTableSpec(
        new String[]{"Epoch", "Training loss", "Validation loss", "Learning rate", "Seconds", "Rows per second",
            "Device"},
        new DataType[]{IntCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE,
            DoubleCell.TYPE,
            StringCell.TYPE});

    @TempDir
    private Path folder;

    @BeforeAll
    static void register() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, EncoderLearnersTest.class.getClassLoader()).registerPortTypes();
        }
    }

    private static BufferedDataTable table() {
        return groups(ROWS).strings("label", cells(ROWS, i -> i < 6 ? "group " + i % 2 : null)).build();
    }

    @ParameterizedTest
    @EnumSource(Trainer.class)
    void theHistoryHasARowForEachEpoch(final Trainer trainer) throws Exception {
        final var run = trainer.run(table());
        final var history = run.table(1);

        assertThat(history.getDataTableSpec().equalStructure(HISTORY)).isTrue();
        assertThat(((DataTableSpec)run.configured().specs()[1]).equalStructure(HISTORY)).isTrue();
        assertThat(texts(history, "Epoch")).containsExactly("1", "2", "3");
        assertThat(texts(history, "Device")).containsOnly(texts(history, "Device").get(0)).first().asString()
            .contains("CPU", " thread");
        for (final var column : List.of("Training loss", "Validation loss", "Learning rate", "Seconds",
            "Rows per second")) {
            assertThat(texts(history, column)).as(column)
                .allSatisfy(text -> assertThat(Double.parseDouble(text)).isFinite().isPositive());
        }
        assertThat(run.information()).startsWith("Trained 3 epochs.");
        assertThat(run.object(0).getSpec()).as("trained").isNotEqualTo(run.configured().specs()[0]);
    }

    @ParameterizedTest
    @EnumSource(Trainer.class)
    void aSavedEncoderIsTheSame(final Trainer trainer) throws Exception {
        final var table = table();
        final var encoder = trainer.train(table);
        PortObjectFiles.save(encoder, folder, new ExecutionMonitor());
        final var loaded = PortObjectFiles.load(EncoderPortObject.class, folder, new ExecutionMonitor());

        assertThat(embedding(loaded, table)).isEqualTo(embedding(encoder, table))
            .doesNotContain(DataType.getMissingCell());
        assertThat(loaded.getSpec()).isEqualTo(encoder.getSpec());
        assertThat(loaded.getSummary()).isEqualTo(encoder.getSummary());
        assertThat(loaded.provenance()).isEqualTo(encoder.provenance());
        assertThat(view(loaded)).isEqualTo(view(encoder));
        assertThat(loaded.getSpec().reconstructs()).isEqualTo(trainer.reconstructs());
    }

    private static String view(final EncoderPortObject encoder) {
        return ((JTextArea)((JScrollPane)encoder.getViews()[0]).getViewport().getView()).getText();
    }

    @Test
    void summaryAndViewHaveFigures() throws Exception {
        final var table = groups(ROWS).doubles("constant", cells(ROWS, i -> 3.5))
            .strings("label", cells(ROWS, i -> i < 6 ? "group " + i % 2 : null)).build();
        final var encoder = Trainer.MASKED.train(table);

        assertThat(encoder.getSummary())
            .isEqualTo("7 columns to 32 numbers (masked); made by Masked Encoder from 90 rows");
        assertThat(view(encoder)).contains("Kind: masked\n", "Embedding: 32 numbers\n",
            "Parameters: " + encoder.encoder().parameters() + "\n", "Reconstructs: yes\n",
            "Made by: Masked Encoder, version ",
            "Rows: 90\n", "Not used, the same in all rows: constant\n", "  Pretext task: Mask 30 % of 7 columns\n",
            "  Reconstruction weight: 2.0\n", "  Units per layer: [64, 64, 32]\n", "  Epochs: 3\n",
            "  Batch size: automatic\n",
            "  Random seed: 1\n", "  size: a number\n", "  colour: a category\n", "CPU");
        assertThat(view(Trainer.VICREG.train(table))).contains("Kind: contrastive\n", "Reconstructs: no\n",
            "  Loss function: VICReg\n", "  Invariance weight: 25.0\n", "  Variance weight: 25.0\n",
            "  Covariance weight: 1.0\n", "  Scaling of numbers: Robust\n");
        assertThat(view(Trainer.NT_XENT.train(table))).contains("  Loss function: NT-Xent\n", "  Temperature: 0.5\n");
        assertThat(view(Trainer.BARLOW_TWINS.train(table))).contains("  Loss function: Barlow Twins\n",
            "  Redundancy weight: 0.005\n");
        assertThat(view(Trainer.VARIATIONAL.train(table))).contains("Kind: autoencoder\n", "  Method: Variational\n",
            "  KL weight (beta): 0.1\n");
        assertThat(view(Trainer.DENOISING.train(table))).contains("  Method: Denoising\n",
            "  Changed cells (%): 30.0\n");
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"NT_XENT", "MASKED", "DENOISING"})
    void withoutEarlyStoppingThereIsNoValidationLoss(final Trainer trainer) throws Exception {
        final var run = trainer.run(
            s -> Trainer.inside(s, "training", training -> training.addBoolean("earlyStopping", false)),
            trainer.inputs(table()));

        assertThat(texts(run.table(1), "Validation loss")).containsOnlyNulls().hasSize(3);
        assertThat(run.information()).startsWith("Trained 3 epochs.").doesNotContain("validation loss");
    }
}
