package org.fewlabel.headless.node.layout;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts of one class that are ordered relative to each other. They are placed together: if an annotation moves one of
 * them, all are moved.
 */
final class Row {

    /**
     * A constraint by an annotation that names a part of another class.
     *
     * @param part with the annotation
     * @param relation of the parts
     * @param target the other part
     */
    record Wish(Part part, Relation relation, Part target) {

        @Override
        public String toString() {
            return part + " is " + relation.name().toLowerCase(Locale.ROOT) + " " + target;
        }
    }

    /** The relation of a part to another one. */
    enum Relation {
        AFTER, BEFORE, INSIDE
    }

    static final String CONFLICT = "Conflicting order annotations in the dialog";

    private final Set<Part> members = new LinkedHashSet<>();

    private final Set<Wish> wishes = new LinkedHashSet<>();

    Row(final Part only) {
        members.add(only);
    }

    void join(final Row other) {
        if (other != this) {
            members.addAll(other.members);
            wishes.addAll(other.wishes);
            other.members.forEach(member -> member.stand(this));
        }
    }

    void add(final Wish wish) {
        wishes.add(wish);
    }

    /** @return the part that its parts lie in at first, {@code null} for a top-level class */
    Part home() {
        return members.iterator().next().parent();
    }

    void moveTo(final Part parent) {
        members.forEach(member -> member.moveTo(parent));
    }

    /**
     * @return the part that its parts go to; {@code null} if nothing leads anywhere but to top-level classes
     * @throws IllegalArgumentException if its annotations lead to several parts, or round in a circle
     */
    Part destination() {
        return destination(new LinkedHashSet<>());
    }

    private Part destination(final Set<Row> visited) {
        if (wishes.isEmpty()) {
            return home();
        }
        if (!visited.add(this)) {
            throw new IllegalArgumentException(CONFLICT + ", which form a cycle: "
                + sentence(visited.stream().flatMap(row -> row.wishes.stream()).map(Wish::toString)));
        }
        final var places = new LinkedHashSet<Part>();
        for (final var wish : wishes) {
            places.add(place(wish, visited));
        }
        visited.remove(this);
        if (places.size() > 1) {
            throw new IllegalArgumentException(CONFLICT + ": "
                + sentence(wishes.stream().map(wish -> wish + ", that is in " + named(place(wish, visited))))
                + " The targets of the annotations of a part, and of its siblings, must have the same parent.");
        }
        return places.iterator().next();
    }

    private static Part place(final Wish wish, final Set<Row> visited) {
        return wish.relation() == Relation.INSIDE ? wish.target() : wish.target().row().destination(visited);
    }

    /** @return the rows of the top-level classes to which its annotations lead, if they lead to such ones only */
    Set<Row> topLevelTargets() {
        if (wishes.isEmpty() || destination() != null) {
            return Set.of();
        }
        final var targets = new LinkedHashSet<Row>();
        for (final var wish : wishes) {
            final var target = wish.target().row();
            targets.addAll(target.wishes.isEmpty() ? Set.of(target) : target.topLevelTargets());
        }
        return targets;
    }

    static String named(final Part part) {
        return part == null ? "no other part" : part.toString();
    }

    private static String sentence(final Stream<String> clauses) {
        return clauses.collect(Collectors.joining("; ")) + ".";
    }

    @Override
    public String toString() {
        return members.stream().map(Part::toString).collect(Collectors.joining(", "));
    }
}
