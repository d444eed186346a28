package org.fewlabel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.Arrays;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;

/**
 * Models that were stored in format 1, by version 0.1.0, open in every later version with the same predictions. Never
 * recreate these files: that would hide that old ones cannot be read.
 */
class StoredModelsTest {

    private static final Path FILES = Path.of("src/test/resources/org/fewlabel/port/format-1");

    @BeforeAll
    static void registerPortTypes() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, StoredModelsTest.class.getClassLoader()).registerPortTypes();
        }
    }

    private static <T extends AbstractPortObject> T load(final Class<T> type, final String folder) throws Exception {
        return PortObjectFiles.load(type, FILES.resolve(folder), new ExecutionMonitor());
    }

    private static BufferedDataTable rows() {
        return new TestTable().doubles("size", 1.5, null).strings("colour", "red", "blue").bits("print", "101", "011")
            .lists("spectrum", new double[]{0.5, 1}, null).build();
    }

    @Test
    void anEncoderOfFormat1() throws Exception {
        final var encoder = load(EncoderPortObject.class, "encoder");
        assertThat(encoder.getSummary())
            .isEqualTo("4 columns to 3 numbers (autoencoder); made by Autoencoder from 40 rows");
        final var embeddings = texts(TestRun.of(new EncoderApplyNodeFactory(), encoder, rows()).table(0), "Embedding");
        assertNumbers(embeddings.get(0), -0.09326094388961792, -0.1793462038040161, -0.1630704551935196);
        assertNumbers(embeddings.get(1), -1.7995680570602417, 0.8424620032310486, -0.42618826031684875);
    }

    private static void assertNumbers(final String list, final double... expected) {
        final var actual = Arrays.stream(list.replaceAll("[\\[\\]]", "").split(",")).mapToDouble(Double::parseDouble)
            .toArray();
        assertThat(actual).containsExactly(expected, within(1e-5));
    }

    @Test
    void aPretextTaskOfFormat1() throws Exception {
        final var task = load(PretextPortObject.class, "pretext");
        assertThat(task.getSummary()).isEqualTo("Corrupt 60 % of 4 columns");
        assertThat(task.task().columns()).containsExactly("size", "colour", "print", "spectrum");
    }

    @Test
    void aClassifierOfFormat1() throws Exception {
        final var predicted = TestRun
            .of(new FewLabelPredictorNodeFactory(), load(ClassifierPortObject.class, "classifier"),
                rows())
            .table(0);
        assertThat(texts(predicted, "Prediction (label)")).containsExactly("odd", "odd");
        final var confidences = texts(predicted, "Prediction (label) (Confidence)");
        assertThat(Double.parseDouble(confidences.get(0))).isCloseTo(0.8908382875614876, within(1e-6));
        assertThat(Double.parseDouble(confidences.get(1))).isCloseTo(0.8077681809531968, within(1e-6));
    }
}
