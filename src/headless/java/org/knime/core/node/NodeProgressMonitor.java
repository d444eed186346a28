package org.knime.core.node;

import java.util.function.Supplier;

/** Takes the progress of a node and tells it when the user canceled. */
public interface NodeProgressMonitor {

    /** @throws CanceledExecutionException if the user canceled or the thread was interrupted */
    void checkCanceled() throws CanceledExecutionException;

    /** @param progress the share that is done, 0 to 1; other values are passed over */
    void setProgress(double progress);

    /**
     * @param progress the share that is done, 0 to 1; other values are passed over
     * @param message what is being done
     */
    void setProgress(double progress, String message);

    /**
     * @param progress the share that is done, 0 to 1; other values are passed over
     * @param message tells what is being done, when someone looks
     */
    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    /** @param message what is being done */
    void setProgress(String message);

    /** @param message what is being done */
    void setMessage(String message);

    /** @param message tells what is being done, when someone looks */
    default void setMessage(final Supplier<String> message) {
        setMessage(message.get());
    }

    /** @return the share that is done, {@code null} if unknown */
    Double getProgress();

    /** @return what is being done, {@code null} if unknown */
    String getMessage();

    /** Notes that the user canceled. */
    void setExecuteCanceled();

    /** Forgets progress, message and canceling. */
    void reset();
}
