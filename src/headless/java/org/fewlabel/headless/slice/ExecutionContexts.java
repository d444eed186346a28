package org.fewlabel.headless.slice;

import java.util.function.Function;

import org.fewlabel.headless.slice.Monitor.ProgressListener;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeProgressMonitor;

/** Creates the contexts in which nodes execute. */
public final class ExecutionContexts {

    private static volatile Function<NodeProgressMonitor, ExecutionContext> maker;

    private ExecutionContexts() {
    }

    /** @param newMaker makes contexts, which only their own package can */
    public static void register(final Function<NodeProgressMonitor, ExecutionContext> newMaker) {
        maker = newMaker;
    }

    /** @return a context without a listener */
    public static Execution create() {
        return create((progress, message) -> {});
    }

    /**
     * @param listener to the progress, called at most four times a second
     * @return a new context and the means to cancel it
     */
    public static Execution create(final ProgressListener listener) {
        return create(new Monitor(listener));
    }

    /**
     * @param monitor of progress and cancel
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
     * @param context of the node
     */
    public record Execution(ExecutionContext context) {

        /**
         * Sets the flag that the user canceled, which takes effect at the node's next {@code checkCanceled}. KNIME also
         * interrupts the thread of the node; the caller that started the thread must do this.
         */
        public void cancel() {
            context.getProgressMonitor().setExecuteCanceled();
        }
    }
}
