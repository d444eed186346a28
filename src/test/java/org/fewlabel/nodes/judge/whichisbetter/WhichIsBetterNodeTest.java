package org.fewlabel.nodes.judge.whichisbetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.Random;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;

/** The node Which Is Better?, without networks so that it is quick. */
class WhichIsBetterNodeTest {

    private static final int ROWS = 120;

    @BeforeAll
    static void registerPortTypes() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, WhichIsBetterNodeTest.class.getClassLoader()).registerPortTypes();
        }
    }

    private static BufferedDataTable table(final int labeledPerClass) {
        final var random = new Random(5);
        final var x = new Object[ROWS];
        final var y = new Object[ROWS];
        final var label = new Object[ROWS];
        for (var i = 0; i < ROWS; i++) {
            x[i] = 2.0 * (i % 2) + random.nextGaussian();
            y[i] = -2.0 * (i % 2) + random.nextGaussian();
            label[i] = i / 2 < labeledPerClass ? i % 2 == 0 ? "no" : "yes" : null;
        }
        return new TestTable().doubles("x", x).doubles("y", y).strings("label", label).build();
    }

    private static TestRun run(final BufferedDataTable table) throws Exception {
        return TestRun.of(new WhichIsBetterNodeFactory(), model -> {
            model.addBoolean("selfSupervised", false);
            model.addBoolean("both", false);
            model.addInt("draws", 3);
            model.addDouble("minutes", 1e6);
        }, table);
    }

    @Test
    void comparesRecommendsAndLearns(@TempDir final Path folder) throws Exception {
        final var run = run(table(12));
        final var scores = run.table(0);
        assertThat(texts(scores, "Method").subList(0, 5)).containsExactlyInAnyOrder("Logistic regression",
            "Random forest",
            "Label Propagator", "Pseudo-Labeler", "Ensemble of all methods");
        assertThat(texts(scores, "Labels per class").subList(0, 5)).containsOnly("all");
        assertThat(texts(scores, "Recommended")).contains("true");
        assertThat(texts(scores, "Gain")).contains((String)null);
        final var curve = run.table(1);
        assertThat(texts(curve, "Labels").subList(0, 3)).containsExactly("2.0", "4.0", "8.0");
        assertThat(curve.getDataTableSpec().getColumnNames()).contains("Label Propagator", "Label Propagator (low)");
        assertThat(run.information()).contains("Recommended: ", "Accuracy on held-out labels ",
            " labels, evaluated in 3 repetitions of ");

        final var classifier = (ClassifierPortObject)run.object(2);
        PortObjectFiles.save(classifier, folder, new ExecutionMonitor());
        final var loaded = PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor());
        final var predicted = TestRun.of(new FewLabelPredictorNodeFactory(), loaded, table(12)).table(0);
        final var classes = texts(predicted, "Prediction (label)");
        var right = 0;
        for (var i = 0; i < ROWS; i++) {
            right += (i % 2 == 0 ? "no" : "yes").equals(classes.get(i)) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(ROWS * 8 / 10);
    }

    @Test
    void withOneLabelPerClassItReportsWhyNothingIsCompared() throws Exception {
        final var run = run(table(1));
        assertThat(run.warning())
            .contains("Recommended without comparison: Label Propagator, the most robust method. ");
        assertThat(texts(run.table(0), "Accuracy")).containsOnlyNulls();
        assertThat(texts(run.table(0), "Recommended").stream().filter("true"::equals)).hasSize(1);
        assertThat(run.table(1).size()).isZero();
    }

    @Test
    void aSettingOutOfRangeIsNamed() {
        assertThatThrownBy(
            () -> TestRun.of(new WhichIsBetterNodeFactory(), model -> model.addInt("draws", 1), table(5)))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"Repetitions\" must be from 2 to 100, not 1");
    }

    @Test
    void withoutAnyLabelItFailsWithAMessage() {
        assertThatThrownBy(() -> run(table(0))).hasMessageContaining("No row has a label");
    }
}
