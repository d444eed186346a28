package org.knime.core.node;

import java.util.function.Supplier;

/** The progress of a part of the work: its full progress is a given share of the whole. */
final class SubProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor parent;

    private final double share;

    private final boolean silent;

    private final boolean cancelable;

    private double done;

    private Supplier<String> message = () -> null;

    SubProgressMonitor(final NodeProgressMonitor parent, final double share, final boolean silent,
        final boolean cancelable) {
        this.parent = parent;
        this.share = share;
        this.silent = silent;
        this.cancelable = cancelable;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (cancelable) {
            parent.checkCanceled();
        }
    }

    @Override
    public void setProgress(final double progress) {
        synchronized (parent) {
            final var bounded = Math.max(0.0, Math.min(1.0, progress));
            if (share > 0 && bounded > done) {
                final var before = parent.getProgress();
                parent.setProgress(Math.min(1.0, (before == null ? 0.0 : before) + (bounded - done) * share));
                done = bounded;
            }
        }
    }

    @Override
    public void setProgress(final double progress, final String text) {
        setProgress(progress, () -> text);
    }

    @Override
    public void setProgress(final double progress, final Supplier<String> text) {
        setProgress(progress);
        setMessage(text);
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
    public void setMessage(final Supplier<String> text) {
        if (!silent) {
            message = text;
            parent.setMessage(text);
        }
    }

    @Override
    public Double getProgress() {
        return done;
    }

    @Override
    public String getMessage() {
        return message.get();
    }

    @Override
    public void setExecuteCanceled() {
        throw new IllegalStateException("Only the work as a whole can be cancelled.");
    }

    @Override
    public void reset() {
        throw new IllegalStateException("Only the work as a whole can be reset.");
    }
}
