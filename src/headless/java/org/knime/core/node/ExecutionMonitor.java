package org.knime.core.node;

import java.util.Objects;
import java.util.function.Supplier;

import org.fewlabel.headless.slice.Monitor;

/** How a node reports its progress and learns that the user canceled. */
public class ExecutionMonitor {

    private final NodeProgressMonitor monitor;

    /** Nobody looks and nobody cancels. */
    public ExecutionMonitor() {
        this(new Monitor((progress, message) -> {}));
    }

    /** @param progMon takes the progress */
    public ExecutionMonitor(final NodeProgressMonitor progMon) {
        monitor = Objects.requireNonNull(progMon, "progress monitor");
    }

    /** @return what takes the progress */
    public final NodeProgressMonitor getProgressMonitor() {
        return monitor;
    }

    /** @throws CanceledExecutionException if the user canceled or the thread was interrupted */
    public void checkCanceled() throws CanceledExecutionException {
        monitor.checkCanceled();
    }

    /** @param progress the share that is done, 0 to 1; other values are passed over */
    public void setProgress(final double progress) {
        monitor.setProgress(progress);
    }

    /**
     * @param progress the share that is done, 0 to 1; other values are passed over
     * @param message what is being done
     */
    public void setProgress(final double progress, final String message) {
        monitor.setProgress(progress, message);
    }

    /**
     * @param progress the share that is done, 0 to 1; other values are passed over
     * @param message tells what is being done, when someone looks
     */
    public void setProgress(final double progress, final Supplier<String> message) {
        monitor.setProgress(progress, message);
    }

    /** @param message what is being done */
    public void setProgress(final String message) {
        monitor.setMessage(message);
    }

    /** @param message what is being done */
    public void setMessage(final String message) {
        monitor.setMessage(message);
    }

    /** @param messageSupplier tells what is being done, when someone looks */
    public void setMessage(final Supplier<String> messageSupplier) {
        monitor.setMessage(messageSupplier);
    }

    /**
     * @param maxProg the share of this work that a part of it is, 0 to 1
     * @return the monitor of the part
     */
    public ExecutionMonitor createSubProgress(final double maxProg) {
        return new ExecutionMonitor(part(maxProg, false, true));
    }

    /**
     * @param maxProg the share of this work that a part of it is, 0 to 1
     * @return the monitor of the part, which passes on no messages
     */
    public ExecutionMonitor createSilentSubProgress(final double maxProg) {
        return new ExecutionMonitor(part(maxProg, true, true));
    }

    /** @return a monitor of the same work that does not tell of canceling */
    public ExecutionMonitor createNonCancelableSubProgress() {
        return new ExecutionMonitor(part(1.0, false, false));
    }

    final NodeProgressMonitor part(final double share, final boolean silent, final boolean cancelable) {
        return new SubProgressMonitor(monitor, share, silent, cancelable);
    }
}
