package org.fewlabel.headless.node.dialog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.fewlabel.headless.node.reflect.Instances;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.message.TextMessage;

/** A dialog with values and input: the visible and editable controls, their choices and computed values. */
public final class OpenDialog {

    private final WidgetGroup parameters;

    private final Dialog dialog;

    private final Conditions conditions;

    private final Providers providers;

    /**
     * @param parameters the values, read at each call, so that a test can change them
     * @param input what is known about the node's ports
     */
    public OpenDialog(final WidgetGroup parameters, final NodeParametersInput input) {
        this.parameters = parameters;
        dialog = Dialog.of(parameters.getClass());
        final var values = new Values(parameters, null);
        conditions = new Conditions(values, input);
        providers = new Providers(values, input);
    }

    /** @return the keys of the controls that the user sees, levels separated by a slash, in order */
    public List<String> shown() {
        return dialog.controls().stream().filter(this::isShown).map(Control::toString).toList();
    }

    /** @return the keys of the controls that the user sees and can edit, in order */
    public List<String> enabled() {
        return dialog.controls().stream().filter(c -> isShown(c) && isEnabled(c)).map(Control::toString).toList();
    }

    /** @return the choices of a control, as saved */
    public List<String> choices(final String key) {
        return choices(control(key)).stream().map(OpenDialog::id).toList();
    }

    /** @return the value that the dialog computes for a control */
    public Object provided(final String key) {
        final var control = control(key);
        final var provider = control.annotation(ValueProvider.class)
            .orElseThrow(() -> new IllegalArgumentException("The value of " + key + " is not computed by the dialog."));
        return compute(provider.value());
    }

    /** @return the message that the user sees at a control */
    public Optional<TextMessage.Message> message(final String key) {
        return control(key).annotation(TextMessage.class).map(TextMessage::value).flatMap(providers::compute);
    }

    private Control control(final String key) {
        return dialog.controls().stream().filter(c -> c.toString().equals(key)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no control " + key + " in the dialog of "
                + parameters.getClass().getSimpleName() + ", only " + dialog.controls()));
    }

    boolean isShown(final Control control) {
        return control.effects().stream().allMatch(effect -> switch (effect.type()) {
            case SHOW -> holds(effect);
            case HIDE -> !holds(effect);
            case ENABLE, DISABLE -> true;
        });
    }

    boolean isEnabled(final Control control) {
        return control.effects().stream().filter(e -> e.type() == EffectType.ENABLE
            || e.type() == EffectType.DISABLE).allMatch(e -> holds(e) == (e.type() == EffectType.ENABLE));
    }

    private boolean holds(final Effect effect) {
        return Condition.holds(Instances.create(effect.predicate()).init(conditions));
    }

    /** @return the constants of an enum, or whatever the provider of the choices gives; empty for other controls */
    List<?> choices(final Control control) {
        final var provider = control.annotation(ChoicesProvider.class).<Class<?>>map(ChoicesProvider::value)
            .or(() -> control.annotation(ColumnFilterWidget.class).map(ColumnFilterWidget::choicesProvider));
        if (provider.isPresent()) {
            return (List<?>)compute(provider.get());
        }
        final var constants = control.valueType().getEnumConstants();
        return constants == null ? List.of() : Arrays.asList(constants);
    }

    @SuppressWarnings("unchecked") // annotations name providers by their raw class
    Object compute(final Class<?> provider) {
        return providers.compute((Class<? extends StateProvider<Object>>)provider);
    }

    private static String id(final Object choice) {
        if (choice instanceof TypedStringChoice typed) {
            return typed.id();
        }
        if (choice instanceof StringChoice string) {
            return string.id();
        }
        return choice instanceof EnumChoice<?> constant ? constant.id().name() : ((Enum<?>)choice).name();
    }
}
