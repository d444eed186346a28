package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.fewlabel.headless.node.dialog.Control;
import org.fewlabel.headless.node.dialog.Dialog;
import org.fewlabel.headless.node.dialog.Limits;
import org.fewlabel.headless.node.reflect.Instances;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.NodeFacts.Check;
import org.fewlabel.headless.slice.NodeFacts.Check.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/**
 * What a dialog lets the user enter as a number, the node accepts, and what the node refuses, the dialog does not let
 * through: else a value that looks right fails later, or one that would be right cannot be entered.
 */
class NumberLimitsTest {

    private static final double LARGE = 1e300;

    private static final double ABOVE_0 = 1e-9;

    private static List<Control> numbers(final Class<?> type) {
        return Dialog.of(type).controls().stream()
            .filter(c -> Number.class.isAssignableFrom(boxed(c.valueType()))).toList();
    }

    private static Class<?> boxed(final Class<?> type) {
        return type == int.class ? Integer.class : type == double.class ? Double.class
            : type == long.class ? Long.class : type;
    }

    /** @return changes of a choice or a switch, one of which a check of a number may depend on; none is one too */
    private static List<Consumer<NodeParameters>> variants(final Class<?> type) {
        final var variants = new ArrayList<Consumer<NodeParameters>>();
        variants.add(parameters -> {});
        for (final var control : Dialog.of(type).controls()) {
            final var constants = control.valueType().isEnum() ? control.valueType().getEnumConstants()
                : control.valueType() == boolean.class ? new Object[]{true, false} : new Object[0];
            for (final var constant : constants) {
                variants.add(parameters -> set(parameters, control, constant));
            }
        }
        return variants;
    }

    private static void set(final NodeParameters parameters, final Control control, final Object value) {
        Object parent = parameters;
        final var path = control.path();
        for (final var group : path.subList(0, path.size() - 1)) {
            parent = group.get(parent);
        }
        final var field = control.field().field();
        try {
            field.set(parent, field.getType() == Optional.class ? Optional.of(value) : value);
        } catch (final IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Object number(final Control control, final double value) {
        final var type = boxed(control.valueType());
        return type == Double.class ? (Object)value : type == Long.class ? (Object)(long)value : (Object)(int)value;
    }

    /** @return in how many variants the value is accepted, and in how many it is refused */
    private static int[] tried(final Class<? extends NodeParameters> type, final Control control, final double value) {
        final var tried = new int[2];
        for (final var variant : variants(type)) {
            final NodeParameters parameters = Instances.create(type);
            variant.accept(parameters);
            try {
                parameters.validate();
            } catch (final InvalidSettingsException e) { // this choice needs another setting
                continue;
            }
            set(parameters, control, number(control, value));
            try {
                parameters.validate();
                tried[0]++;
            } catch (final InvalidSettingsException e) { // what is looked for
                tried[1]++;
            }
        }
        return tried;
    }

    private static Optional<Check> limit(final Control control, final Kind kind) {
        return Limits.of(control).stream().filter(check -> check.kind() == kind).findFirst();
    }

    /** @return the last value inside the limit, and the first outside of it, if there is any */
    private static double[] around(final Control control, final Kind kind) {
        final var sign = kind == Kind.MIN ? -1 : 1;
        final var whole = boxed(control.valueType()) != Double.class;
        final var limit = limit(control, kind);
        if (limit.isEmpty()) {
            final var most = whole ? Integer.MAX_VALUE : LARGE;
            return new double[]{sign * most};
        }
        final var bound = Double.parseDouble(limit.get().bound());
        final var step = whole ? 1 : Math.max(ABOVE_0, Math.abs(bound) * ABOVE_0);
        return limit.get().exclusive() ? new double[]{bound - sign * step, bound}
            : new double[]{bound, bound + sign * step};
    }

    @ParameterizedTest
    @MethodSource("org.fewlabel.nodes.EveryNodeTest#factories")
    void theDialogAllowsWhatTheNodeAccepts(final NodeFactory<?> factory) {
        final var type = NodeAccess.facts(factory).parametersClass().orElseThrow().asSubclass(NodeParameters.class);
        for (final var control : numbers(type)) {
            for (final var kind : List.of(Kind.MIN, Kind.MAX)) {
                final var values = around(control, kind);
                assertThat(tried(type, control, values[0])[0]).as("%s accepts %s of %s", type, values[0], control)
                    .isPositive();
                if (values.length > 1) {
                    assertThat(tried(type, control, values[1])[1])
                        .as("%s refuses %s of %s", type, values[1], control).isPositive();
                }
            }
        }
    }

    /** A seed may be any number; all others have a least value at any rate. */
    @ParameterizedTest
    @MethodSource("org.fewlabel.nodes.EveryNodeTest#factories")
    void everyNumberHasALeastValueInTheDialog(final NodeFactory<?> factory) {
        final var type = NodeAccess.facts(factory).parametersClass().orElseThrow();
        assertThat(numbers(type)).filteredOn(c -> c.valueType() != long.class)
            .allSatisfy(c -> {
                assertThat(c.field().field().isAnnotationPresent(NumberInputWidget.class)).isTrue();
                assertThat(limit(c, Kind.MIN)).as("least value of %s", c).isPresent();
            });
    }
}
