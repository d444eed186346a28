package org.fewlabel.headless.node.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.fewlabel.headless.node.reflect.Types;
import org.fewlabel.headless.node.settings.PersistedField;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.ValueReference;

/** The values of a dialog's fields by their references. The values of a list's element are known within it only. */
final class Values {

    private final Map<Class<?>, Supplier<Object>> values = new HashMap<>();

    private final Map<Class<?>, PersistedField> fields = new HashMap<>();

    private final List<String> ambiguous = new ArrayList<>();

    private final Values outer;

    /** @param outer the values around an element of a list, {@code null} for the dialog itself */
    Values(final Object parameters, final Values outer) {
        this.outer = outer;
        collect(parameters.getClass(), () -> parameters);
    }

    private void collect(final Class<?> type, final Supplier<Object> group) {
        for (final var field : PersistedField.of(type)) {
            final Supplier<Object> value = () -> field.get(group.get());
            final var reference = field.field().getAnnotation(ValueReference.class);
            if (reference != null && values.put(reference.value(), value) != null) {
                ambiguous.add("The reference " + reference.value().getSimpleName() + " stands at "
                    + fields.get(reference.value()) + " and at " + field + ".");
            }
            if (reference != null) {
                fields.put(reference.value(), field);
            }
            final var raw = Types.raw(field.type());
            if (WidgetGroup.class.isAssignableFrom(raw)) {
                collect(raw, value);
            }
        }
    }

    boolean has(final Class<?> reference) {
        return values.containsKey(reference) || outer != null && outer.has(reference);
    }

    /** @throws IllegalArgumentException if no field has the reference */
    Supplier<Object> supplier(final Class<?> reference) {
        if (values.containsKey(reference)) {
            return values.get(reference);
        }
        if (outer != null) {
            return outer.supplier(reference);
        }
        throw new IllegalArgumentException(
            "No field has @ValueReference(" + reference.getSimpleName() + ".class), which something depends on.");
    }

    /** @return the fields by their references, without those around an element */
    Map<Class<?>, PersistedField> fields() {
        return fields;
    }

    /** @return one problem per reference that is used at more than one field */
    List<String> ambiguous() {
        return ambiguous;
    }
}
