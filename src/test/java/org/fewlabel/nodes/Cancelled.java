package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** Cancels nodes as a user does. */
public final class Cancelled {

    private Cancelled() {
    }

    /** Cancels the node when it has come so far; it must end within a second and give nothing. */
    public static void assertStops(final NodeFactory<?> factory, final Consumer<NodeSettings> change, final double progress,
        final PortObject... in) throws Exception {
        assertStops(NodeAccess.of(factory), change, progress, in);
    }

    /** The same for a node whose ports are not those of a new one. */
    public static void assertStops(final RunnableNode node, final Consumer<NodeSettings> change, final double progress,
        final PortObject... in) throws Exception {
        final var execution = ExecutionContexts.create();
        final var work = new FutureTask<>(() -> TestRun.of(node, change, execution.context(), in));
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
