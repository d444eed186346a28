package org.fewlabel.headless.node.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the parts that lie in one part: by their annotations, and by the name of their class without an
 * annotation. Parts without content are included, since the order is transitive.
 */
final class SiblingOrder {

    private SiblingOrder() {
    }

    /** @throws IllegalArgumentException if the annotations lead round in a circle, or do not order two of one name */
    static List<Part> of(final Collection<Part> siblings) {
        final var left = new ArrayList<>(siblings);
        left.sort(Comparator.comparing(SiblingOrder::name));
        final var sorted = new ArrayList<Part>();
        while (!left.isEmpty()) {
            final var free = left.stream().filter(part -> part.earlier().stream().noneMatch(left::contains)).toList();
            if (free.isEmpty()) {
                throw new IllegalArgumentException(
                    "Circular order: each of these parts of the dialog is to come after another one of them: " + left);
            }
            final var same = free.stream().filter(part -> name(part).equals(name(free.get(0))))
                .filter(Part::hasContent).toList();
            if (same.size() > 1) {
                throw new IllegalArgumentException("KNIME shows these parts of the dialog in no certain order, because "
                    + "their classes have one name and no annotation orders them: " + same);
            }
            sorted.add(free.get(0));
            left.remove(free.get(0));
        }
        return sorted;
    }

    private static String name(final Part part) {
        return part.type().getSimpleName();
    }
}
