package org.fewlabel.headless.node.dialog;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

import org.fewlabel.headless.node.reflect.Types;
import org.fewlabel.headless.node.settings.PersistedField;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;

/**
 * A field that the dialog shows.
 *
 * @param path the fields that lead to it, itself last
 * @param part the part of the dialog that it is in, empty for the dialog itself
 * @param effect what depends on other fields, its own or that of the group around it
 */
public record Control(List<PersistedField> path, Optional<Class<?>> part, Optional<Effect> effect) {

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

    /** @return whether it is hidden until advanced settings are shown */
    public boolean advanced() {
        return widget().map(Widget::advanced).orElse(false)
            || path.stream().anyMatch(field -> field.field().isAnnotationPresent(Advanced.class));
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
