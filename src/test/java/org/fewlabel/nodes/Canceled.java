package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/**
 * Cancels nodes as a user does. The tests of the methods count the work between two checks for cancellation; here a
 * node must end at the next check as canceled.
 */
public final class Canceled {

    /** The progress that running threads may still report after the cancel, as a share of all. */
    private static final double MOST_AFTERWARDS = 0.02;

    private Canceled() {
    }

    /** Cancels the node at a progress; it must end without output. */
    public static void assertStops(final NodeFactory<?> factory, final Consumer<NodeSettings> change,
        final double progress,
        final PortObject... in) throws Exception {
        assertStops(NodeAccess.of(factory), change, progress, in);
    }

    /** The same for a node whose ports are not those of a new one. */
    public static void assertStops(final RunnableNode node, final Consumer<NodeSettings> change, final double progress,
        final PortObject... in) throws Exception {
        assertStops(node, change, progress, () -> true, in);
    }

    /** The same at a moment when something is true besides. */
    public static void assertStops(final RunnableNode node, final Consumer<NodeSettings> change, final double progress,
        final BooleanSupplier moment, final PortObject... in) throws Exception {
        final var monitor = new AtomicReference<CancelingMonitor>();
        final var work = new FutureTask<>(() -> {
            monitor.set(new CancelingMonitor(Thread.currentThread(), progress, moment));
            return TestRun.of(node, change, ExecutionContexts.create(monitor.get()).context(), in);
        });
        new Thread(work, "worker").start(); // as in KNIME, which interrupts it
        assertThatThrownBy(work::get).as("what became of work that was canceled")
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(CanceledExecutionException.class);
        assertThat(monitor.get().hasCanceled()).as("the work is long enough to be canceled").isTrue();
        assertThat(monitor.get().doneAfterwards()).as("the share that was done afterwards").isLessThan(MOST_AFTERWARDS);
    }
}
