package org.fewlabel.nodes.label.fewlabelpredictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.model.Networks;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.Provenance;
import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.FeatureKind;
import org.fewlabel.table.LabelType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.ExecutionMonitor;

/** Few-Label Predictor with a network. */
class NetworkPredictorTest {

    @BeforeAll
    static void register() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, NetworkPredictorTest.class.getClassLoader()).registerPortTypes();
        }
    }

    @Test
    void aSavedNetworkPredictsNewRows(@TempDir final Path folder) throws Exception {
        final var network = new ClassifierPortObject(
            new ClassifierPortObjectSpec("label", LabelType.STRING, List.of("low", "high"),
                List.of(new FeatureColumn("x", FeatureKind.NUMBER), new FeatureColumn("colour", FeatureKind.NOMINAL))),
            FewLabelClassifier.restore(Networks.state()), Provenance.now("a test", Map.of(), 4, 2));
        PortObjectFiles.save(network, folder, new ExecutionMonitor());
        final var loaded = PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor());

        final var run = TestRun.of(new FewLabelPredictorNodeFactory(), loaded,
            new TestTable().doubles("x", 2, -2, null).strings("colour", "red", "blue", "green").build());

        assertThat(texts(run.table(0), "Prediction (label)")).startsWith("high", "low");
        assertThat(run.warning())
            .contains("1 cell of \"x\" is treated as missing because such a cell (a new category or a "
                + "missing number) was not in the training data.");
        assertThat(loaded.getSummary()).isEqualTo(network.getSummary());
    }
}
