package org.fewlabel.headless.node.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fewlabel.headless.node.reflect.Types;
import org.fewlabel.headless.node.settings.PersistedField;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.widget.message.TextMessage;

/** The controls of a class of parameters, part by part. A field without {@link Widget} has no control. */
public final class Dialog {

    private final Class<?> type;

    private final List<Control> controls;

    private final Parts parts;

    private Dialog(final Class<?> type, final List<Control> found) {
        this.type = type;
        parts = new Parts(found.stream().flatMap(control -> control.part().stream()).toList());
        controls = parts.inOrder(found);
    }

    /**
     * @return the dialog of the parameters, or of one element of a list of groups
     * @throws IllegalStateException if the parts of the dialog contradict each other
     */
    public static Dialog of(final Class<?> type) {
        final var found = new ArrayList<Control>();
        collect(type, List.of(), partOf(type), Optional.ofNullable(type.getAnnotation(Effect.class)), found);
        return new Dialog(type, found);
    }

    private static void collect(final Class<?> group, final List<PersistedField> way, final Optional<Class<?>> part,
        final Optional<Effect> effect, final List<Control> found) {
        for (final var field : PersistedField.of(group)) {
            final var path = new ArrayList<>(way);
            path.add(field);
            final var ownPart = partOf(field);
            final var ownEffect = Optional.ofNullable(field.field().getAnnotation(Effect.class));
            final var raw = Types.raw(field.type());
            if (WidgetGroup.class.isAssignableFrom(raw)) {
                collect(raw, path, ownPart.or(() -> partOf(raw)).or(() -> part),
                    ownEffect.or(() -> Optional.ofNullable(raw.getAnnotation(Effect.class))).or(() -> effect), found);
            } else if (field.field().isAnnotationPresent(Widget.class)
                || field.field().isAnnotationPresent(TextMessage.class)) {
                found.add(new Control(List.copyOf(path), ownPart.or(() -> part), ownEffect.or(() -> effect)));
            }
        }
    }

    private static Optional<Class<?>> partOf(final PersistedField field) {
        final Optional<Class<?>> own =
            Optional.ofNullable(field.field().getAnnotation(Layout.class)).map(Layout::value);
        final var declaring = field.field().getDeclaringClass();
        return declaring == field.owner() ? own : own.or(() -> partOf(declaring));
    }

    private static Optional<Class<?>> partOf(final Class<?> group) {
        return Optional.ofNullable(group.getAnnotation(Layout.class)).map(Layout::value);
    }

    /** @return the class of the parameters */
    public Class<?> type() {
        return type;
    }

    /** @return the controls in the order in which the user sees them */
    public List<Control> controls() {
        return controls;
    }

    /** @return the headings around a control, the outermost first */
    public List<String> headings(final Control control) {
        return control.part().map(parts::headings).orElse(List.of());
    }

    /** @return what depends on other fields: that of the control and those of the parts around it */
    List<Effect> effects(final Control control) {
        final var effects = new ArrayList<Effect>();
        control.part().ifPresent(part -> effects.addAll(parts.effects(part)));
        control.effect().ifPresent(effects::add);
        return effects;
    }

    /** @return the class of the elements, if the control is a list of groups */
    static Optional<Class<?>> elementGroup(final PersistedField field) {
        return Types.element(field.type()).<Class<?>> map(Types::raw).filter(WidgetGroup.class::isAssignableFrom);
    }
}
