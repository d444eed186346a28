package org.fewlabel.headless.node.dialog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;

/**
 * The parts of a dialog: which lies in which, and which comes first. A part lies in the class that encloses it, unless
 * it names a part of another class as its neighbour or as what is around it. Parts whose order is not said come in the
 * order of their first use.
 */
final class Parts {

    /** the parts in each part, in order; the key {@code null} holds those of the dialog itself */
    private final Map<Class<?>, List<Class<?>>> children = new LinkedHashMap<>();

    Parts(final List<Class<?>> used) {
        for (final var part : used) {
            add(part);
        }
        children.replaceAll((parent, siblings) -> sorted(siblings));
    }

    private void add(final Class<?> part) {
        final var parent = parent(part);
        final var siblings = children.computeIfAbsent(parent.orElse(null), p -> new ArrayList<>());
        if (!siblings.contains(part)) {
            siblings.add(part);
            parent.ifPresent(this::add);
        }
    }

    /** @throws IllegalStateException if the part refers to one of its own top-level class that is not beside it */
    private static Optional<Class<?>> parent(final Class<?> part) {
        return parent(part, new LinkedHashSet<>());
    }

    private static Optional<Class<?>> parent(final Class<?> part, final Set<Class<?>> asked) {
        if (!asked.add(part)) {
            throw new IllegalStateException("Each of these parts of the dialog is to be beside another one: " + asked);
        }
        final var inside = part.getAnnotation(Inside.class);
        if (inside != null) {
            requireOtherNest(part, inside.value());
            return Optional.of(inside.value());
        }
        for (final var neighbour : neighbours(part).toList()) {
            if (!Objects.equals(part.getEnclosingClass(), neighbour.getEnclosingClass())) {
                requireOtherNest(part, neighbour);
                return parent(neighbour, asked);
            }
        }
        return Optional.<Class<?>> ofNullable(part.getEnclosingClass())
            .filter(enclosing -> enclosing.isInterface() && !WidgetGroup.class.isAssignableFrom(enclosing));
    }

    private static void requireOtherNest(final Class<?> part, final Class<?> other) {
        if (part.isNestmateOf(other)) {
            throw new IllegalStateException("The part " + part.getSimpleName() + " of the dialog refers to "
                + other.getSimpleName() + " of the same class: nest one in the other or put them side by side.");
        }
    }

    private static Stream<Class<?>> neighbours(final Class<?> part) {
        return Stream.concat(Stream.of(part.getAnnotationsByType(After.class)).map(After::value),
            Stream.of(part.getAnnotationsByType(Before.class)).map(Before::value));
    }

    private static List<Class<?>> sorted(final List<Class<?>> siblings) {
        final Map<Class<?>, Set<Class<?>>> earlier = new LinkedHashMap<>();
        siblings.forEach(part -> earlier.put(part, new LinkedHashSet<>()));
        for (final var part : siblings) {
            for (final var after : part.getAnnotationsByType(After.class)) {
                earlier.get(part).add(after.value());
            }
            for (final var before : part.getAnnotationsByType(Before.class)) {
                earlier.getOrDefault(before.value(), new LinkedHashSet<>()).add(part);
            }
        }
        final var result = new ArrayList<Class<?>>();
        while (!earlier.isEmpty()) {
            final var next = earlier.keySet().stream()
                .filter(part -> earlier.get(part).stream().noneMatch(earlier::containsKey)).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                    "Each of these parts of the dialog is to come after another one of them: " + earlier.keySet()));
            result.add(next);
            earlier.remove(next);
        }
        return result;
    }

    /** @return the controls of the dialog itself, then those of each part */
    List<Control> inOrder(final List<Control> controls) {
        final var result = new ArrayList<Control>();
        append(null, controls, result);
        return List.copyOf(result);
    }

    private void append(final Class<?> part, final List<Control> controls, final List<Control> result) {
        controls.stream().filter(control -> control.part().orElse(null) == part).forEach(result::add);
        children.getOrDefault(part, List.of()).forEach(child -> append(child, controls, result));
    }

    /** @return the headings of the part and of those around it, the outermost first */
    List<String> headings(final Class<?> part) {
        return chain(part).stream().map(p -> p.getAnnotation(Section.class))
            .filter(section -> section != null && !section.title().isEmpty()).map(Section::title).toList();
    }

    /** @return what the part and those around it make depend on other fields */
    List<Effect> effects(final Class<?> part) {
        return chain(part).stream().map(p -> p.getAnnotation(Effect.class)).filter(Objects::nonNull).toList();
    }

    private static List<Class<?>> chain(final Class<?> part) {
        final var chain = new ArrayList<Class<?>>();
        for (Optional<Class<?>> p = Optional.of(part); p.isPresent(); p = parent(p.get())) {
            if (chain.contains(p.get())) {
                throw new IllegalStateException("This part of the dialog lies in itself: " + part.getName());
            }
            chain.add(0, p.get());
        }
        return chain;
    }
}
