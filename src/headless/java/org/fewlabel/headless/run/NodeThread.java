package org.fewlabel.headless.run;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.FileAccess;
import org.fewlabel.headless.slice.NodeLog;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/**
 * Executes one node in its own thread, as KNIME does: canceling sets the flag of the node's progress monitor and
 * interrupts the thread, and then waits until the node has ended.
 */
final class NodeThread {

    private static final long PROGRESS_MILLIS = 200;

    private final WorkflowNode node;

    private final ExecutionContexts.Execution execution = ExecutionContexts.create();

    private final FutureTask<RunnableNode.Executed> task;

    private final Thread thread;

    // written by the thread, read when it has ended
    private List<String> errors = List.of();

    /** @param places the files that the node may open */
    NodeThread(final WorkflowNode node, final RunnableNode runnable, final NodeSettings settings, final PortObject[] in,
        final FileAccess.Places places) {
        this.node = node;
        task = new FutureTask<>(() -> {
            FileAccess.set(places);
            try (var log = NodeLog.collect()) {
                try {
                    return runnable.execute(settings, in, execution.context());
                } finally {
                    errors = log.errors();
                }
            }
        });
        thread = new Thread(task, "KNIME-Worker-" + node.id() + "-" + node.name());
        thread.setDaemon(true);
        // as in KNIME, the context class loader of a worker does not know the plug-in's classes
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    }

    /**
     * Executes the node and waits until it has ended.
     *
     * @throws ExecutionException with the exception of the node
     */
    RunnableNode.Executed execute(final RunListener listener) throws ExecutionException {
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join(PROGRESS_MILLIS);
                if (thread.isAlive()) {
                    report(listener);
                }
            } catch (InterruptedException e) {
                interrupted = true;
                cancel();
            }
        }
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("The task was done, and nobody interrupts this thread for it", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return the errors that the node has written into the log, with their stack traces, once it has ended */
    List<String> errors() {
        return errors;
    }

    private void report(final RunListener listener) {
        final var monitor = execution.context().getProgressMonitor();
        final var fraction = monitor.getProgress();
        final var message = monitor.getMessage();
        listener.progress(node, fraction == null ? -1 : fraction, message == null ? "" : message);
    }

    /** Asks the node to stop; returns immediately. */
    void cancel() {
        execution.cancel();
        thread.interrupt();
    }
}
