package org.fewlabel.nodes;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeProgressMonitor;

/**
 * Cancels right after a check for cancellation, and interrupts the thread of the node, as KNIME does: until its next
 * check the node runs interrupted. No clock is used, so this is the same on every machine.
 */
final class CancelingMonitor implements NodeProgressMonitor {

    private final Thread worker;

    private final double from;

    private final BooleanSupplier moment;

    private double progress;

    private String message;

    private boolean canceled;

    private double progressAtCancel;

    private int asked;

    /**
     * @param worker the thread of the node
     * @param from the progress at which the user cancels, 0 to 1
     * @param moment and what is to be true then
     */
    CancelingMonitor(final Thread worker, final double from, final BooleanSupplier moment) {
        this.worker = worker;
        this.from = from;
        this.moment = moment;
    }

    /** @return the number of checks before the cancel */
    synchronized int asked() {
        return asked;
    }

    /** @return whether the user has canceled */
    synchronized boolean hasCanceled() {
        return canceled;
    }

    /** @return the progress after the cancel, as a share of all */
    synchronized double doneAfterwards() {
        return canceled ? progress - progressAtCancel : 0;
    }

    @Override
    public synchronized void checkCanceled() throws CanceledExecutionException {
        if (canceled || Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException();
        }
        asked++;
        if (progress >= from && moment.getAsBoolean()) {
            setExecuteCanceled();
            worker.interrupt();
        }
    }

    @Override
    public synchronized void setExecuteCanceled() {
        canceled = true;
        progressAtCancel = progress;
    }

    @Override
    public synchronized void setProgress(final double newProgress) {
        if (newProgress >= 0 && newProgress <= 1) {
            progress = newProgress;
        }
    }

    @Override
    public synchronized void setProgress(final double newProgress, final String text) {
        setProgress(newProgress);
        message = text;
    }

    @Override
    public void setProgress(final double newProgress, final Supplier<String> text) {
        setProgress(newProgress, text.get());
    }

    @Override
    public void setProgress(final String text) {
        setMessage(text);
    }

    @Override
    public synchronized void setMessage(final String text) {
        message = text;
    }

    @Override
    public synchronized Double getProgress() {
        return progress;
    }

    @Override
    public synchronized String getMessage() {
        return message;
    }

    @Override
    public void reset() {
        throw new IllegalStateException("One execution is one monitor.");
    }
}
