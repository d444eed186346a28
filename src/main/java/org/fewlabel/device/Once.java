package org.fewlabel.device;

import java.util.function.Supplier;

/**
 * Something that is made once for all who need it, and takes a while, such as a library that is loaded. It is made on a
 * thread of its own, which nobody interrupts: an interrupt while libraries are unpacked makes them unusable until the
 * program ends. Whoever waits for it can be canceled; it is made for the others all the same.
 *
 * @param <T> what is made, never {@code null}
 */
final class Once<T> {

    private final Supplier<T> making;

    private volatile T made;

    /** @param making makes it; if it throws, the next who asks has it tried again */
    Once(final Supplier<T> making) {
        this.making = making;
    }

    /**
     * @param progress asked for cancel as long as it is not there
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    T get(final Progress progress) {
        final var known = made;
        return known != null ? known : Detached.undisturbed(this::make, value -> {}, progress);
    }

    private synchronized T make() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }
}
