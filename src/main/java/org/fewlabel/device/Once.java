package org.fewlabel.device;

import java.util.function.Supplier;

/**
 * A lazily created value that is shared and takes a while, such as a loaded library. It is created on a thread of its
 * own, which is never interrupted: an interrupt while libraries are unpacked makes them unusable until the process
 * ends. A thread that waits for it can be canceled; the creation continues for the others.
 *
 * @param <T> the type of the value, never {@code null}
 */
final class Once<T> {

    private final Supplier<T> supplier;

    private volatile T value;

    /** @param supplier creates the value; if it throws, the next call of {@link #get} tries again */
    Once(final Supplier<T> supplier) {
        this.supplier = supplier;
    }

    /**
     * @param progress checked for cancel until the value is created
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    T get(final Progress progress) {
        final var current = value;
        return current != null ? current : Detached.undisturbed(this::make, abandoned -> {}, progress);
    }

    private synchronized T make() {
        if (value == null) {
            value = supplier.get();
        }
        return value;
    }
}
