package org.fewlabel.learn.supervised.base;

import java.util.Arrays;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.State;

/** The classes that occurred in training; the others have the probability 0. */
final class KnownClasses {

    private KnownClasses() {
    }

    /**
     * @param state with the classes under the name {@code known}
     * @param classes the number of classes
     * @return at least one, ascending
     * @throws IllegalArgumentException if they are not ascending, or one is not a class
     */
    static int[] restore(final State state, final int classes) {
        final var known = state.integers("known", -1, 0, classes - 1);
        if (known.length == 0 || !Arrays.equals(known, Arrays.stream(known).distinct().sorted().toArray())) {
            throw new UserMessageException(
                "The stored model is damaged: its classes " + Arrays.toString(known) + " are not ascending.");
        }
        return known;
    }
}
