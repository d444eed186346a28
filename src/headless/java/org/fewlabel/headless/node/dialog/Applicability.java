package org.fewlabel.headless.node.dialog;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fewlabel.headless.node.reflect.Types;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.array.ArrayWidget.ElementLayout;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.filter.StringFilter;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The allowed controls of a field by its type. KNIME does not open a dialog if one of its controls is wrong. */
final class Applicability {

    private static final Map<Class<? extends Annotation>, Set<Class<?>>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put(RadioButtonsWidget.class, Set.of(Enum.class));
        TYPES.put(ValueSwitchWidget.class, Set.of(Enum.class));
        TYPES.put(ColumnFilterWidget.class, Set.of(ColumnFilter.class));
        TYPES.put(TwinlistWidget.class, Set.of(ColumnFilter.class, StringFilter.class, String[].class));
        TYPES.put(TextInputWidget.class, Set.of(String.class, Character.class));
        TYPES.put(TextAreaWidget.class, Set.of(String.class));
        TYPES.put(NumberInputWidget.class, Set.of(Number.class));
        TYPES.put(TextMessage.class, Set.of(Void.class));
    }

    private Applicability() {
    }

    /** @return one problem per annotation that does not suit the field */
    static List<String> problems(final Control control) {
        final var problems = new ArrayList<String>();
        final var type = Types.boxed(control.valueType());
        TYPES.forEach((annotation, types) -> {
            if (control.annotation(annotation).isPresent() && types.stream().noneMatch(t -> t.isAssignableFrom(type))) {
                problems.add("@" + annotation.getSimpleName() + " does not suit the type of " + control + ", "
                    + type.getSimpleName() + ".");
            }
        });
        control.annotation(ChoicesProvider.class).ifPresent(choices -> choices(control, choices.value(), problems));
        if ((type == ColumnFilter.class || type == StringFilter.class)
            && control.annotation(ChoicesProvider.class).isEmpty()
            && control.annotation(ColumnFilterWidget.class).isEmpty()) {
            problems.add("Nothing can be chosen at " + control + ": it needs @ColumnFilterWidget or @ChoicesProvider.");
        }
        control.annotation(ArrayWidget.class).filter(array -> !array.elementTitle().isEmpty()
            && array.elementLayout() == ElementLayout.HORIZONTAL_SINGLE_LINE).ifPresent(array -> problems
                .add("The elements of " + control + " cannot have titles, because they stand on a single line."));
        return problems;
    }

    private static void choices(final Control control, final Class<?> provider, final List<String> problems) {
        final var type = control.valueType();
        if (type == ColumnFilter.class && !ColumnChoicesProvider.class.isAssignableFrom(provider)) {
            problems.add(provider.getSimpleName() + " at " + control + " must be a ColumnChoicesProvider.");
        }
        if (type.isEnum()) {
            final var offered = Types.supertypeArguments(provider, EnumChoicesProvider.class);
            if (offered.isEmpty() || Types.raw(offered.get(0)) != type) {
                problems.add(provider.getSimpleName() + " at " + control + " must be an EnumChoicesProvider of "
                    + type.getSimpleName() + ".");
            }
        }
    }
}
