package org.fewlabel.headless.node.dialog;

import java.util.Locale;
import java.util.Optional;

import org.knime.node.parameters.widget.choices.Label;

/** The text of an enum constant for the user. */
public final class EnumText {

    private EnumText() {
    }

    /** @return the text of the constant's {@link Label}, or one made from its name */
    public static String title(final Enum<?> constant) {
        return label(constant).map(Label::value).orElseGet(() -> {
            final var name = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        });
    }

    /** @return the description of the constant's {@link Label}, empty if it has none */
    public static String description(final Enum<?> constant) {
        return label(constant).map(Label::description).orElse("");
    }

    static Optional<Label> label(final Enum<?> constant) {
        try {
            return Optional.ofNullable(
                constant.getDeclaringClass().getDeclaredField(constant.name()).getAnnotation(Label.class));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("An enum constant has a field of its name", e);
        }
    }
}
