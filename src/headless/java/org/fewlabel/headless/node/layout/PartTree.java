package org.fewlabel.headless.node.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fewlabel.headless.node.layout.Row.Relation;
import org.fewlabel.headless.node.layout.Row.Wish;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;

/**
 * The parts that some pieces of a dialog use: those that are named, the classes around them, and the parts that their
 * annotations name. An annotation that names a part of another class takes its part, and those that are ordered against
 * it, to where the named part lies.
 */
final class PartTree {

    private final Map<Class<?>, Part> parts = new LinkedHashMap<>();

    private final Deque<Part> unread = new ArrayDeque<>();

    private final List<Piece> loose = new ArrayList<>();

    /** @throws IllegalArgumentException if the annotations of the parts contradict each other */
    PartTree(final List<Placed> pieces) {
        for (final var placed : pieces) {
            placed.part().ifPresentOrElse(type -> part(type).add(List.of(placed.piece())),
                () -> loose.add(placed.piece()));
        }
        while (!unread.isEmpty()) {
            read(unread.pop());
        }
        settle();
    }

    private Part part(final Class<?> type) {
        final var known = parts.get(type);
        if (known != null) {
            return known;
        }
        final var part = new Part(type);
        parts.put(type, part);
        unread.push(part);
        if (type.getEnclosingClass() != null) {
            part.moveTo(part(type.getEnclosingClass()));
        }
        return part;
    }

    private void read(final Part part) {
        for (final var before : part.type().getAnnotationsByType(Before.class)) {
            final var target = part(before.value());
            target.comesAfter(part);
            follow(new Wish(part, Relation.BEFORE, target), target.parent());
        }
        for (final var after : part.type().getAnnotationsByType(After.class)) {
            final var target = part(after.value());
            part.comesAfter(target);
            follow(new Wish(part, Relation.AFTER, target), target.parent());
        }
        final var inside = part.type().getAnnotation(Inside.class);
        if (inside != null) {
            final var target = part(inside.value());
            follow(new Wish(part, Relation.INSIDE, target), target);
        }
    }

    private static void follow(final Wish wish, final Part place) {
        final var part = wish.part();
        if (part.parent() != null && part.parent() == place) {
            if (wish.relation() != Relation.INSIDE) {
                part.row().join(wish.target().row());
            }
        } else if (part.type().isNestmateOf(wish.target().type())) {
            throw new IllegalArgumentException("In the dialog, " + wish
                + " of the same top-level class: nest one in the other or put them side by side instead.");
        } else {
            part.row().add(wish);
        }
    }

    private void settle() {
        final var rows = new LinkedHashSet<Row>();
        parts.values().forEach(part -> rows.add(part.row()));
        final Map<Row, Part> destinations = new LinkedHashMap<>();
        final Map<Row, Set<Part>> hosts = new LinkedHashMap<>();
        for (final var row : rows) {
            final var destination = row.destination();
            destinations.put(row, destination == null ? row.home() : destination);
            row.topLevelTargets()
                .forEach(target -> hosts.computeIfAbsent(target, t -> new LinkedHashSet<>()).add(row.home()));
        }
        // a top-level class has no place; it comes to those who name it, if they are all in one place
        hosts.forEach((target, places) -> {
            if (places.size() > 1) {
                throw new IllegalArgumentException(Row.CONFLICT + ": " + target
                    + " is in no class, and parts in different classes are ordered against it: "
                    + places.stream().map(Row::named).toList());
            }
            destinations.put(target, places.iterator().next());
        });
        destinations.forEach(Row::moveTo);
        parts.values().forEach(Part::requireRoot);
    }

    /** @return the parts that lie in no other and have content */
    private List<Part> roots() {
        return parts.values().stream().filter(part -> part.parent() == null).filter(Part::hasContent).toList();
    }

    /** @return whether the parts cannot be brought under one */
    boolean hasSeveralRoots() {
        return roots().size() > 1;
    }

    /**
     * @return everything, part by part; what names no part comes first, but after what names the root itself
     * @throws IllegalArgumentException if there are several roots, or an order goes round in a circle
     */
    Piece.Block root() {
        if (hasSeveralRoots()) {
            throw new IllegalArgumentException("The parts of the dialog have several roots: " + roots()
                + ". Nest their parts in one interface, or order a part of one against a part of the other.");
        }
        final var root = roots().stream().findFirst().orElseGet(() -> new Part(null));
        root.add(loose);
        return root.block();
    }
}
