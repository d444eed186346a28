package org.fewlabel.headless.slice;

import java.util.function.Function;

import org.fewlabel.headless.slice.Monitor.ProgressListener;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeProgressMonitor;

/** Where those who drive nodes get the contexts in which nodes execute. */
public final class ExecutionContexts {

    private static volatile Function<NodeProgressMonitor, ExecutionContext> maker;

    private ExecutionContexts() {
    }

    /** @param newMaker makes contexts, which only their own package can */
    public static void register(final Function<NodeProgressMonitor, ExecutionContext> newMaker) {
        maker = newMaker;
    }

    /** @return a context of which nobody hears */
    public static Execution create() {
        return create((progress, message) -> {});
    }

    /**
     * @param listener hears of the progress, at most four times a second
     * @return a new context and the means to cancel it
     */
    public static Execution create(final ProgressListener listener) {
        return create(new Monitor(listener));
    }

    /**
     * @param monitor takes the progress, and knows whether the user canceled
     * @return a new context and the means to cancel it
     */
    public static Execution create(final NodeProgressMonitor monitor) {
        if (maker == null) {
            try {
                Class.forName(ExecutionContext.class.getName(), true, ExecutionContext.class.getClassLoader());
            } catch (final ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return new Execution(maker.apply(monitor));
    }

    /**
     * One execution of a node.
     *
     * @param context what the node gets
     */
    public record Execution(ExecutionContext context) {

        /**
         * Notes that the user canceled: the node learns it at its next {@code checkCanceled}. KNIME also interrupts
         * the thread on which the node executes; that is left to whoever started the thread.
         */
        public void cancel() {
            context.getProgressMonitor().setExecuteCanceled();
        }
    }
}
