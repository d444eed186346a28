package org.fewlabel.headless.node.layout;

import java.util.List;
import java.util.Optional;

import org.fewlabel.headless.node.settings.PersistedField;

/** What stands at one place of a dialog. */
public sealed interface Piece {

    /**
     * A field.
     *
     * @param path the fields that lead to it, itself last
     */
    record Shown(List<PersistedField> path) implements Piece {
    }

    /**
     * A part of the dialog, with all that lies in it.
     *
     * @param part the class that stands for it, empty for a dialog without parts
     * @param pieces what comes first in it
     * @param parts the parts in it, which come after that, in order
     */
    record Block(Optional<Class<?>> part, List<Piece> pieces, List<Block> parts) implements Piece {
    }
}
