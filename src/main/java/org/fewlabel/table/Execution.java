package org.fewlabel.table;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Machine;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeLogger;

/** Executes the work of a node with KNIME's progress, cancellation and exceptions, which the methods do not know. */
public final class Execution {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(Execution.class);

    private Execution() {
    }

    /** The work of a node. */
    @FunctionalInterface
    public interface Work {
        /** @throws InvalidSettingsException if settings and data do not go together; the message is for the user */
        void run() throws CanceledExecutionException, InvalidSettingsException;
    }

    /**
     * @throws CanceledExecutionException if the user canceled
     * @throws KNIMEException if settings and data do not go together, the memory does not suffice, or a native
     *             library is missing; any other exception is a bug, which is reported in the message and
     *             whose stack is in KNIME's log
     */
    public static void run(final Work work) throws CanceledExecutionException, KNIMEException {
        try {
            work.run();
        } catch (final InvalidSettingsException | UserMessageException e) {
            throw new KNIMEException(e.getMessage(), e);
        } catch (final CancellationException e) {
            throw canceled(e);
        } catch (final RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
            throw bug(e);
        } catch (final OutOfMemoryError e) {
            throw new KNIMEException(
                "The memory does not suffice for this table. Give KNIME more with -Xmx in knime.ini, "
                    + "or use fewer rows or columns.",
                e);
        }
    }

    private static KNIMEException bug(final Throwable cause) {
        LOGGER.error("Few-Label Learning failed on " + Machine.description() + ".",
            cause);
        final var detail = cause.getMessage();
        return new KNIMEException("This is a bug of Few-Label Learning (" + cause.getClass().getSimpleName()
            + (detail == null ? "" : ": " + detail)
            + "). Please report it with the lines that KNIME has written into its log.", cause);
    }

    /** @return progress and cancel of a node, for the methods */
    public static Progress progress(final ExecutionMonitor exec) {
        return new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                exec.setProgress(fraction, message);
            }

            @Override
            public void checkCanceled() {
                try {
                    exec.checkCanceled();
                } catch (final CanceledExecutionException e) { // NOSONAR the same for the methods
                    throw new CancellationException();
                }
            }
        };
    }

    private static CanceledExecutionException canceled(final CancellationException cause) {
        final var e = new CanceledExecutionException();
        e.initCause(cause);
        return e;
    }
}
