package org.fewlabel.nodes.label.fewlabelpredictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;

class FewLabelPredictorTest {

    private static final String PREDICTION = "Prediction (label)";

    private static ClassifierPortObject classifier;

    @TempDir
    private Path folder;

    @BeforeAll
    static void learn() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, FewLabelPredictorTest.class.getClassLoader()).registerPortTypes();
        }
        classifier = (ClassifierPortObject)TestRun.of(new LabelPropagatorNodeFactory(),
            new TestTable().doubles("x", 0, 0.1, 0.2, 0.3, 9, 9.1, 9.2, 9.3)
                .strings("colour", "red", "red", "red", "blue", "blue", "blue", "blue", "red")
                .strings("label", "a", "a", null, null, "b", "b", null, null).build())
            .object(1);
    }

    private static TestRun predict(final BufferedDataTable table) throws Exception {
        return TestRun.of(new FewLabelPredictorNodeFactory(), classifier, table);
    }

    @Test
    void newRowsGetTheClassOfThoseTheyResemble() throws Exception {
        final var run = predict(
            new TestTable().strings("colour", "red", "blue", null).doubles("x", 0.05, 9.05, 8).build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("a", "b", "b");
        assertThat(run.table(0).getDataTableSpec().getColumnNames()).containsExactly("colour", "x", PREDICTION,
            "Prediction (label) (Confidence)", "P (label=a)", "P (label=b)");
        assertThat(run.table(0).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[0])).isTrue();
        assertThat(run.warning()).isNull();
    }

    @Test
    void withoutTheProbabilityOfEveryClass() throws Exception {
        final var run = TestRun.of(new FewLabelPredictorNodeFactory(), s -> s.addBoolean("everyClass", false),
            classifier,
            new TestTable().strings("colour", "red").doubles("x", 0.05).build());
        assertThat(run.table(0).getDataTableSpec().getNumColumns()).isEqualTo(4);
    }

    @Test
    void noRowsGiveNoRows() throws Exception {
        final var run = predict(new TestTable().strings("colour").doubles("x").build());
        assertThat(run.table(0).size()).isZero();
    }

    @Test
    void missingColumnsAreNamed() {
        assertThatThrownBy(() -> predict(new TestTable().doubles("x", 1).build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("needs 1 column")
            .hasMessageContaining("\"colour\"");
    }

    @Test
    void aRenamedColumnIsGuessed() {
        assertThatThrownBy(() -> predict(new TestTable().doubles("x", 1).strings("color", "red").build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"colour\"")
            .hasMessageContaining("renamed").hasMessageContaining("\"color\"").hasMessageContaining("Column Renamer");
    }

    @Test
    void aRetypedColumnIsNamedWithTheRemedy() {
        assertThatThrownBy(() -> predict(new TestTable().strings("x", "1").strings("colour", "red").build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"x\"")
            .hasMessageContaining("takes it as a number").hasMessageContaining("String to Number");
    }

    @Test
    void wholeNumbersDoForDecimalOnes() throws Exception {
        assertThat(texts(predict(new TestTable().ints("x", 0, 9).strings("colour", "red", "blue").build()).table(0),
            PREDICTION)).containsExactly("a", "b");
    }

    @Test
    void unseenCategoriesCountAsMissingAndAreSaid() throws Exception {
        final var run = predict(new TestTable().doubles("x", 0, 9).strings("colour", "green", "purple").build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("a", "b");
        assertThat(run.warning())
            .contains("2 cells of \"colour\" are treated as missing because their categories were not "
                + "in the training data.");
    }

    @Test
    void aRowWithoutAnyValueGetsNoPrediction() throws Exception {
        final var run = predict(new TestTable().doubles("x", 0, null).strings("colour", "red", null).build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("a", null);
        assertThat(run.warning()).contains("1 row was not predicted because no labeled row is near.");
    }

    @Test
    void aSavedClassifierPredictsTheSame() throws Exception {
        final var table = new TestTable().doubles("x", 0, 5, 9).strings("colour", "red", "red", "blue").build();
        PortObjectFiles.save(classifier, folder, new ExecutionMonitor());
        final var loaded = PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor());
        final var again = TestRun.of(new FewLabelPredictorNodeFactory(), loaded, table).table(0);
        for (final var column : again.getDataTableSpec().getColumnNames()) {
            assertThat(texts(again, column)).isEqualTo(texts(predict(table).table(0), column));
        }
        assertThat(loaded.getSummary()).isEqualTo(classifier.getSummary());
        assertThat(loaded.provenance()).isEqualTo(classifier.provenance());
        assertThat(loaded.getSpec()).isEqualTo(classifier.getSpec());
    }

    @Test
    void aTruncatedOrForgedClassifierIsAnErrorWhereverItIsCut() throws Exception {
        PortObjectFiles.save(classifier, folder, new ExecutionMonitor());
        final var file = folder.resolve("object").resolve("portobject.zip");
        final var bytes = Files.readAllBytes(file);
        // a reader of a stream does not need the directory at the end of a zip file
        final var directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (var length = 0; length < directory; length += 97) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor()))
                .isInstanceOf(IOException.class).hasMessageContaining("portobject.zip");
        }
    }

    @Test
    void aClassifierWithTheDescriptionOfAnotherIsAnError(@TempDir final Path other) throws Exception {
        final var stranger = TestRun.of(new LabelPropagatorNodeFactory(), TestTable.twoGroups(4, "a", "b").build());
        PortObjectFiles.save(classifier, folder, new ExecutionMonitor());
        PortObjectFiles.save(stranger.object(1), other, new ExecutionMonitor());
        Files.delete(folder.resolve("spec").resolve("spec.zip"));
        Files.copy(other.resolve("spec").resolve("spec.zip"), folder.resolve("spec").resolve("spec.zip"));
        assertThatThrownBy(() -> PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor()))
            .isInstanceOf(IOException.class).hasMessageContaining("does not belong to its description");
    }
}
