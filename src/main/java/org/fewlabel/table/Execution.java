package org.fewlabel.table;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.fewlabel.device.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Runs the work of a node with KNIME's progress, cancel and exceptions, of which the methods know nothing. */
public final class Execution {

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
     *             library is missing
     */
    public static void run(final Work work) throws CanceledExecutionException, KNIMEException {
        try {
            work.run();
        } catch (final InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        } catch (final CancellationException e) {
            throw canceled(e);
        } catch (final IllegalArgumentException e) {
            // the methods say in these what is wrong with data and settings, in words for the user
            throw new KNIMEException(e.getMessage(), e);
        } catch (final OutOfMemoryError e) {
            throw new KNIMEException(
                "The memory does not suffice for this table. Give KNIME more with -Xmx in knime.ini, "
                    + "or use fewer rows or columns.",
                e);
        }
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
                } catch (final CanceledExecutionException e) { // NOSONAR says the same in the methods' language
                    throw new CancellationException();
                }
            }
        };
    }

    /** Shows the sentences at the node, if there are any. */
    public static void tell(final List<String> sentences, final Consumer<String> message) {
        if (!sentences.isEmpty()) {
            message.accept(String.join(" ", sentences));
        }
    }

    private static CanceledExecutionException canceled(final CancellationException cause) {
        final var e = new CanceledExecutionException();
        e.initCause(cause);
        return e;
    }
}
