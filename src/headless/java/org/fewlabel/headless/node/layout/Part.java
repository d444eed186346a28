package org.fewlabel.headless.node.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of a dialog during the layout. At first its parent is the part of the class around its own. */
final class Part {

    private final Class<?> type;

    private final Set<Part> children = new LinkedHashSet<>();

    private final Set<Part> earlier = new LinkedHashSet<>();

    private final List<Piece> pieces = new ArrayList<>();

    private Part parent;

    private Row row = new Row(this);

    /** @param type stands for the part; {@code null} for a dialog without parts */
    Part(final Class<?> type) {
        this.type = type;
    }

    Class<?> type() {
        return type;
    }

    /** @return its parent, {@code null} for a top-level class */
    Part parent() {
        return parent;
    }

    void moveTo(final Part newParent) {
        if (parent != null) {
            parent.children.remove(this);
        }
        parent = newParent;
        if (newParent != null) {
            newParent.children.add(this);
        }
    }

    /** @throws IllegalArgumentException if it contains itself: KNIME would silently omit its content */
    void requireRoot() {
        final var ancestors = new LinkedHashSet<Part>();
        for (var part = this; part != null; part = part.parent) {
            if (!ancestors.add(part)) {
                throw new IllegalArgumentException("These parts of the dialog contain each other: " + ancestors);
            }
        }
    }

    void add(final List<Piece> more) {
        pieces.addAll(more);
    }

    /** Places the other part before this one. */
    void comesAfter(final Part other) {
        earlier.add(other);
    }

    /** @return the parts that come before this one */
    Set<Part> earlier() {
        return earlier;
    }

    /** @return the parts that are placed where this one is */
    Row row() {
        return row;
    }

    void stand(final Row newRow) {
        row = newRow;
    }

    boolean hasContent() {
        return !pieces.isEmpty() || children.stream().anyMatch(Part::hasContent);
    }

    /** @return the part with all that lies in it, without empty parts */
    Piece.Block block() {
        return new Piece.Block(Optional.ofNullable(type), List.copyOf(pieces),
            SiblingOrder.of(children).stream().filter(Part::hasContent).map(Part::block).toList());
    }

    /** @return the name of the class with those of the classes around it */
    @Override
    public String toString() {
        return type == null ? "the dialog"
            : Arrays.stream(type.getName().substring(type.getPackageName().length()).split("[.$]"))
                .filter(name -> !name.isEmpty()).collect(Collectors.joining("."));
    }
}
