package org.fewlabel.nodes.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.judge.whichisbetter.WhichIsBetterNodeFactory;
import org.fewlabel.nodes.label.cotrainer.CoTrainerNodeFactory;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.nodes.label.pseudolabeler.PseudoLabelerNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.NodeVariants;

/**
 * The columns of a classifier are final only when it is fitted, since uninformative columns such as IDs are ignored
 * then. Before that there is no error for an absent column.
 */
class AnnouncedModelsTest {

    private static final int ROWS = 24;

    /** The training table has an ID, which is not used. */
    private static BufferedDataTable table;

    /** The table to predict has none. */
    private static BufferedDataTable fresh;

    @BeforeAll
    static void tables() throws Exception {
        ConfigureSweepTest.registerPortTypes();
        final var id = IntStream.range(0, ROWS).mapToObj(row -> "nr " + row * 7919 % 1000).toArray();
        final var x = IntStream.range(0, ROWS).mapToObj(row -> row % 2 * 5 + row / 100.0).toArray();
        final var y = IntStream.range(0, ROWS).mapToObj(row -> row % 2 * 3 - row / 50.0).toArray();
        final var label = IntStream.range(0, ROWS).mapToObj(row -> row < 12 ? row % 2 == 0 ? "a" : "b" : null)
            .toArray();
        table = new TestTable().strings("id", id).doubles("x", x).doubles("y", y).strings("label", label).build();
        fresh = new TestTable().doubles("x", x).doubles("y", y).strings("label", label).build();
    }

    private static PortObjectSpec announced(final NodeFactory<?> learner, final int port) throws Exception {
        final var spec = TestRun.configure(learner, settings -> settings.addString("label", "label"), table.getSpec())
            .specs()[port];
        assertThat(((ClassifierPortObjectSpec)spec).features()).extracting(f -> f.name()).contains("id");
        return spec;
    }

    @Test
    void fewLabelPredictorWaitsUntilTheClassifierIsFitted() throws Exception {
        for (final var learner : List.of(new LabelPropagatorNodeFactory(), new PseudoLabelerNodeFactory(),
            new CoTrainerNodeFactory())) {
            final var configured = TestRun.configure(new FewLabelPredictorNodeFactory(), settings -> {},
                announced(learner, 1), fresh.getSpec());
            assertThat(((DataTableSpec)configured.specs()[0]).getColumnNames()).contains("P (label=a)", "P (label=b)");
        }
        TestRun.configure(new FewLabelPredictorNodeFactory(), settings -> {},
            announced(new WhichIsBetterNodeFactory(), 2), fresh.getSpec());
    }

    @Test
    void pseudoLabelerWaitsUntilTheGivenClassifierIsFitted() throws Exception {
        final var node = withClassifier();
        final var specs = new PortObjectSpec[]{fresh.getSpec(), announced(new LabelPropagatorNodeFactory(), 1)};
        assertThat(node.configure(node.defaultSettings(specs), specs).specs()).doesNotContainNull();
    }

    private static RunnableNode withClassifier() throws Exception {
        return NodeVariants.of(new PseudoLabelerNodeFactory(), List.of(ClassifierPortObject.TYPE)).values().stream()
            .filter(node -> node.inPorts().size() == 2).findFirst().orElseThrow();
    }

    @Test
    void aFittedClassifierNeedsItsColumns() throws Exception {
        final var fitted = TestRun.of(new LabelPropagatorNodeFactory(), settings -> {}, table).object(1).getSpec();
        assertThat(((ClassifierPortObjectSpec)fitted).fitted()).isTrue();
        TestRun.configure(new FewLabelPredictorNodeFactory(), settings -> {}, fitted, fresh.getSpec());
        final var lacking = new TestTable().doubles("x", 1).build().getSpec();
        assertThatThrownBy(
            () -> TestRun.configure(new FewLabelPredictorNodeFactory(), settings -> {}, fitted, lacking))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"y\"");
    }
}
