package org.fewlabel.headless.node.layout;

import java.util.Optional;

/**
 * A piece of a dialog and its requested part.
 *
 * @param piece a field, or a group that has its parts in itself
 * @param part the class of the requested part, empty if none is named
 */
record Placed(Piece piece, Optional<Class<?>> part) {

    /** @return the same in the given part, unless it names one itself */
    Placed or(final Optional<Class<?>> around) {
        return part.isPresent() ? this : new Placed(piece, around);
    }
}
