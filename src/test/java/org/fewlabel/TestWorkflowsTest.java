package org.fewlabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.run.RunListener;
import org.fewlabel.headless.run.WorkflowResult;
import org.fewlabel.headless.run.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The workflows that the README shows, with the figures they come to. */
class TestWorkflowsTest {

    private static final int LABEL_PROPAGATOR = 3;

    private static final int SCORER = 4;

    private static final int NEW_ROWS_SCORER = 7;

    private static WorkflowResult run(final String workflow) throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            final var registry = new PluginXmlRegistry(in, TestWorkflowsTest.class.getClassLoader());
            return WorkflowRun.load(Path.of("test-workflows", workflow), new BaseNodes().or(registry)).execute(RunListener.NONE);
        }
    }

    @Test
    void breastCancer() throws Exception {
        final var result = run("breast-cancer");
        assertThat(result.succeeded()).isTrue();
        final var scores = result.table(SCORER, 1);
        assertThat(figure(scores, "unlabelled", "Accuracy", "Rows")).isEqualTo(390);
        assertThat(figure(scores, "unlabelled", "Accuracy", "Prediction")).isCloseTo(0.95, within(0.02));
        assertThat(figure(scores, "unlabelled", "Accuracy", "Baseline")).isCloseTo(0.96, within(0.02));
        assertThat(figure(scores, "unlabelled", "Balanced accuracy", "Prediction")).isCloseTo(0.945, within(0.02));
        final var newRows = result.table(NEW_ROWS_SCORER, 1);
        assertThat(figure(newRows, "held out", "Accuracy", "Rows")).isEqualTo(171);
        assertThat(figure(newRows, "held out", "Accuracy", "Prediction")).isCloseTo(0.95, within(0.02));
        assertThat(result.node(LABEL_PROPAGATOR).warnings()).singleElement().asString()
            .contains("logistic regression on the labelled rows alone");
    }

    private static double figure(final BufferedDataTable scores, final String role, final String measure,
        final String column) {
        final var roles = texts(scores, "Role");
        final var measures = texts(scores, "Measure");
        final var row = IntStream.range(0, roles.size())
            .filter(i -> roles.get(i).equals(role) && measures.get(i).equals(measure)).findFirst().orElseThrow();
        return Double.parseDouble(texts(scores, column).get(row));
    }
}
