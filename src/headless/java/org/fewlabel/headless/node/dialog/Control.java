package org.fewlabel.headless.node.dialog;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.fewlabel.headless.node.reflect.Types;
import org.fewlabel.headless.node.settings.PersistedField;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.layout.VerticalLayout;
import org.knime.node.parameters.updates.Effect;

/**
 * A field that the dialog shows.
 *
 * @param path the fields that lead to it, itself last
 * @param parts the parts of the dialog around it, the outermost first
 */
public record Control(List<PersistedField> path, List<Class<?>> parts) {

    /**
     * The annotations that KNIME draws; any other class only places a part, and its other annotations have no effect.
     */
    private static final List<
        Class<? extends Annotation>> DRAWN = List.of(Section.class, HorizontalLayout.class, VerticalLayout.class);

    /** @return the field itself */
    public PersistedField field() {
        return path.get(path.size() - 1);
    }

    /** @return the keys of the settings that lead to it */
    public List<String> keys() {
        return path.stream().map(PersistedField::key).toList();
    }

    /** @return the label and help of the control, empty for a message */
    public Optional<Widget> widget() {
        return annotation(Widget.class);
    }

    /** @return the titles of the sections around it, the outermost first */
    public List<String> headings() {
        return parts.stream().map(part -> part.getAnnotation(Section.class))
            .filter(section -> section != null && !section.title().isEmpty()).map(Section::title).toList();
    }

    /** @return whether it is hidden until advanced settings are shown */
    public boolean advanced() {
        return widget().map(Widget::advanced).orElse(false) || ofGroups(Advanced.class).isPresent()
            || ofParts(Advanced.class).findAny().isPresent();
    }

    /** @return what depends on other fields: that of the parts around it, and its own or that of the groups */
    public List<Effect> effects() {
        return Stream.concat(ofParts(Effect.class), ofGroups(Effect.class).stream()).toList();
    }

    /** @return whether KNIME draws the part, rather than only placing what is in it */
    static boolean isDrawn(final Class<?> part) {
        return DRAWN.stream().anyMatch(part::isAnnotationPresent);
    }

    private <A extends Annotation> Stream<A> ofParts(final Class<A> annotation) {
        return parts.stream().filter(Control::isDrawn).map(part -> part.getAnnotation(annotation))
            .filter(Objects::nonNull);
    }

    /** The annotation of the field, else of the class that declares it, else of the group around it, and so on. */
    private <A extends Annotation> Optional<A> ofGroups(final Class<A> annotation) {
        Optional<A> found = Optional.ofNullable(path.get(0).owner().getAnnotation(annotation));
        for (final var field : path) {
            final var type = Types.raw(field.type());
            final var around = found;
            found = field.annotation(annotation)
                .or(() -> WidgetGroup.class.isAssignableFrom(type) ? Optional.ofNullable(type.getAnnotation(annotation))
                    : Optional.empty())
                .or(() -> around);
        }
        return found;
    }

    /** @return the class of the field; for an optional one, of its content */
    public Class<?> valueType() {
        final var type = field().type();
        return Types.raw(Types.raw(type) == Optional.class ? Types.arguments(type).get(0) : type);
    }

    <A extends Annotation> Optional<A> annotation(final Class<A> type) {
        return Optional.ofNullable(field().field().getAnnotation(type));
    }

    /** @return the value in the given parameters */
    public Object value(final Object parameters) {
        Object value = parameters;
        for (final var field : path) {
            value = field.get(value);
        }
        return value;
    }

    @Override
    public String toString() {
        return String.join("/", keys());
    }
}
