package org.fewlabel.headless.node.layout;

import java.util.List;
import java.util.Optional;

import org.fewlabel.headless.node.settings.PersistedField;

/** An element of a dialog. */
public sealed interface Piece {

    /**
     * A field.
     *
     * @param path the fields that lead to it, itself last
     */
    record Shown(List<PersistedField> path) implements Piece {
    }

    /**
     * A part of the dialog with its content.
     *
     * @param part the class that stands for it, empty for a dialog without parts
     * @param pieces its first elements
     * @param parts the parts in it, which follow, in order
     */
    record Block(Optional<Class<?>> part, List<Piece> pieces, List<Block> parts) implements Piece {
    }
}
