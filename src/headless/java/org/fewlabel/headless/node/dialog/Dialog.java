package org.fewlabel.headless.node.dialog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fewlabel.headless.node.layout.LayoutResolver;
import org.fewlabel.headless.node.layout.Piece;
import org.fewlabel.headless.node.reflect.Types;
import org.fewlabel.headless.node.settings.PersistedField;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.widget.message.TextMessage;

/** The controls of a class of parameters, part by part. A field without {@link Widget} has no control. */
public final class Dialog {

    private final Class<?> type;

    private final List<Control> controls = new ArrayList<>();

    private final Map<Control, Dialog> elements = new LinkedHashMap<>();

    private Dialog(final Class<?> type) {
        this.type = type;
        collect(LayoutResolver.resolve(type, Dialog::isShown), List.of());
        controls.forEach(control -> elementGroup(control.field())
            .ifPresent(element -> elements.put(control, new Dialog(element))));
    }

    /**
     * @return the dialog of the parameters, or of one element of a list of groups
     * @throws IllegalArgumentException if the parts of the dialog contradict each other, so that KNIME could not create
     *             the node
     */
    public static Dialog of(final Class<?> type) {
        return new Dialog(type);
    }

    private static boolean isShown(final PersistedField field) {
        return field.field().isAnnotationPresent(Widget.class)
            || field.field().isAnnotationPresent(TextMessage.class) && elementGroup(field).isEmpty();
    }

    private void collect(final Piece piece, final List<Class<?>> around) {
        if (piece instanceof Piece.Block block) {
            final var parts = new ArrayList<>(around);
            block.part().ifPresent(parts::add);
            block.pieces().forEach(inner -> collect(inner, parts));
            block.parts().forEach(inner -> collect(inner, parts));
        } else {
            controls.add(new Control(((Piece.Shown)piece).path(), List.copyOf(around)));
        }
    }

    /** @return the class of the parameters */
    public Class<?> type() {
        return type;
    }

    /** @return the controls in the order in which the user sees them */
    public List<Control> controls() {
        return List.copyOf(controls);
    }

    /** @return the dialog of each element, if the control is a list of groups */
    public Optional<Dialog> elements(final Control control) {
        return Optional.ofNullable(elements.get(control));
    }

    /** @return the class of the elements, if the control is a list of groups */
    static Optional<Class<?>> elementGroup(final PersistedField field) {
        return Types.element(field.type()).<Class<?>>map(Types::raw).filter(WidgetGroup.class::isAssignableFrom);
    }
}
