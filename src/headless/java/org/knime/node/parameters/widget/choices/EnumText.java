package org.knime.node.parameters.widget.choices;

import java.util.Locale;

/** What the user reads for an enum constant. */
final class EnumText {

    private EnumText() {
    }

    static String title(final Enum<?> constant) {
        final var label = label(constant);
        if (label != null) {
            return label.value();
        }
        final var name = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String description(final Enum<?> constant) {
        final var label = label(constant);
        return label == null ? "" : label.description();
    }

    private static Label label(final Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an enum constant has a field of its name", e);
        }
    }
}
