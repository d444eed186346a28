package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.nodes.judge.fewlabelscorer.FewLabelScorerNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeFactory;

/** A user's cancel is honoured within a second, wherever the node is at that moment. */
class CancelTest {

    private static final int ROWS_PER_GROUP = 30_000;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.6})
    void labelPropagatorStops(final double progress) throws Exception {
        assertStops(new LabelPropagatorNodeFactory(), TestTable.twoGroups(ROWS_PER_GROUP, "a", "b").build(), progress);
    }

    @Test
    void fewLabelScorerStops() throws Exception {
        final var labels = TestTable.texts(TestTable.twoGroups(ROWS_PER_GROUP, "a", "b").build(), "x").stream()
            .map(x -> (Object)(x.startsWith("-") ? "a" : "b")).toArray();
        assertStops(new FewLabelScorerNodeFactory(),
            new TestTable().strings("label", labels).strings("Prediction (label)", labels).build(), 0.3);
    }

    private static void assertStops(final NodeFactory<?> factory, final BufferedDataTable table, final double progress)
        throws Exception {
        final var execution = ExecutionContexts.create();
        final var work = new FutureTask<>(() -> TestRun.of(factory, s -> { }, execution.context(), table));
        final var worker = new Thread(work, "worker");
        worker.start();
        final var monitor = execution.context().getProgressMonitor();
        while (!work.isDone() && (monitor.getProgress() == null || monitor.getProgress() < progress)) {
            Thread.sleep(1);
        }
        assertThat(work.isDone()).as("the work is long enough to be cancelled").isFalse();
        final var start = System.nanoTime();
        // as KNIME does
        execution.cancel();
        worker.interrupt();
        assertThatThrownBy(() -> work.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(CanceledExecutionException.class);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds until it stopped").isLessThan(1000);
    }
}
