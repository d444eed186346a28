package org.fewlabel.headless.slice;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeProgressMonitor;

/** The progress of one execution. Listeners are called at most four times a second, on the working thread. */
public final class Monitor implements NodeProgressMonitor {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private final ProgressListener listener;

    private Double progress;

    private Supplier<String> message = () -> null;

    private long lastHeard = System.nanoTime() - PAUSE;

    private volatile boolean canceled;

    /** @param listener to the progress */
    public Monitor(final ProgressListener listener) {
        this.listener = Objects.requireNonNull(listener, "progress listener");
    }

    /** A listener to the progress. */
    @FunctionalInterface
    public interface ProgressListener {

        /**
         * @param progress from 0 to 1; {@code null} if unknown
         * @param message of the progress, {@code null} if unknown
         */
        void changed(Double progress, String message);
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (canceled || Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException();
        }
    }

    @Override
    public void setExecuteCanceled() {
        canceled = true;
    }

    @Override
    public synchronized void setProgress(final double newProgress) {
        change(newProgress, message);
    }

    @Override
    public synchronized void setProgress(final double newProgress, final String text) {
        change(newProgress, () -> text);
    }

    @Override
    public synchronized void setProgress(final double newProgress, final Supplier<String> text) {
        change(newProgress, Objects.requireNonNull(text, "message"));
    }

    @Override
    public void setProgress(final String text) {
        setMessage(() -> text);
    }

    @Override
    public void setMessage(final String text) {
        setMessage(() -> text);
    }

    @Override
    public synchronized void setMessage(final Supplier<String> text) {
        change(Double.NaN, Objects.requireNonNull(text, "message"));
    }

    private void change(final double newProgress, final Supplier<String> newMessage) {
        if (newProgress >= 0 && newProgress <= 1) {
            progress = newProgress;
        }
        message = newMessage;
        if (System.nanoTime() - lastHeard >= PAUSE) {
            lastHeard = System.nanoTime();
            listener.changed(progress, message.get());
        }
    }

    @Override
    public synchronized Double getProgress() {
        return progress;
    }

    @Override
    public synchronized String getMessage() {
        return message.get();
    }

    @Override
    public synchronized void reset() {
        canceled = false;
        progress = null;
        message = () -> null;
    }
}
