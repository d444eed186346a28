package org.fewlabel.headless.node.layout;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.fewlabel.headless.node.reflect.Types;
import org.fewlabel.headless.node.settings.PersistedField;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;

/**
 * Computes the positions of the fields of a class of parameters, as KNIME does when it creates a node. The fields of a
 * group are placed among all others, each in the part that it names, unless the group is <em>self-contained</em>: all
 * parts that its fields name are in the group's own class. Such a group is one piece, placed in the part of the group's
 * field, or before all parts if it has none; annotations between the group's parts and others have no effect.
 */
public final class LayoutResolver {

    private static final List<Class<? extends Annotation>> ORDER = List.of(After.class, Before.class, Inside.class);

    private final Predicate<PersistedField> shown;

    private LayoutResolver(final Predicate<PersistedField> shown) {
        this.shown = shown;
    }

    /**
     * @param parameters the class of the parameters, or of the elements of a list; never treated as self-contained
     * @param shown decides which fields that are no groups are shown
     * @return the fields that are shown, part by part, in order
     * @throws IllegalArgumentException if KNIME could not create the node, or would show the parts in a
     *             nondeterministic order
     */
    public static Piece.Block resolve(final Class<?> parameters, final Predicate<PersistedField> shown) {
        return new PartTree(new LayoutResolver(shown).pieces(parameters, named(parameters), List.of())).root();
    }

    /** @param ofAll the part of those fields that name none */
    private List<Placed> pieces(final Type group, final Optional<Class<?>> ofAll, final List<PersistedField> parents) {
        final var pieces = new ArrayList<Placed>();
        for (final var field : PersistedField.of(group)) {
            final var path = Stream.concat(parents.stream(), Stream.of(field)).toList();
            final Optional<Class<?>> part = named(field).or(() -> ofAll);
            final var type = Types.raw(field.type());
            if (WidgetGroup.class.isAssignableFrom(type)) {
                // the part given at the class of the group is used only if its field has none
                final var inner = pieces(field.type(), part.isPresent() ? Optional.empty() : named(type), path);
                whole(type, inner).forEach(piece -> pieces.add(piece.or(part)));
            } else if (shown.test(field)) {
                pieces.add(new Placed(new Piece.Shown(path), part));
            }
        }
        return pieces;
    }

    /** @return the group as one piece if it is self-contained, else its pieces */
    private static List<Placed> whole(final Class<?> group, final List<Placed> pieces) {
        if (ORDER.stream().anyMatch(annotation -> group.getAnnotationsByType(annotation).length > 0)) {
            return pieces;
        }
        final var tree = new PartTree(pieces);
        if (tree.hasSeveralRoots()) {
            return pieces;
        }
        final var block = tree.root();
        return liesIn(block, group) ? List.of(new Placed(block, Optional.empty())) : pieces;
    }

    /** @return whether all parts lie in the class of the group or one that it extends */
    private static boolean liesIn(final Piece.Block block, final Class<?> group) {
        return block.part().filter(part -> part.isAssignableFrom(group)).isPresent()
            || block.parts().size() == 1 && liesIn(block.parts().get(0), group);
    }

    /** A field of a superclass is in the part that the superclass names, unless it names one itself. */
    private static Optional<Class<?>> named(final PersistedField field) {
        return field.annotation(Layout.class).map(Layout::value);
    }

    private static Optional<Class<?>> named(final Class<?> group) {
        return Optional.ofNullable(group.getAnnotation(Layout.class)).map(Layout::value);
    }
}
