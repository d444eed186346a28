package org.fewlabel.headless.node.dialog;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.fewlabel.headless.node.reflect.Instances;
import org.fewlabel.headless.node.reflect.Types;
import org.fewlabel.headless.node.settings.ParameterSettings;
import org.fewlabel.headless.node.settings.PersistedField;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.message.TextMessage;

/**
 * Finds problems of a class of parameters, most of which KNIME reports late or not at all: fields that are not saved,
 * controls without help, references that no field has, providers that cannot be created or computed.
 */
public final class DialogCheck {

    private final Class<? extends NodeParameters> type;

    private final Set<String> hidden;

    private final List<String> problems = new ArrayList<>();

    private DialogCheck(final Class<? extends NodeParameters> type, final Set<String> hidden) {
        this.type = type;
        this.hidden = hidden;
    }

    /**
     * @param type the parameters
     * @param input the known specs at the node's ports; an unknown input is tried too
     * @param hidden the names, without {@code m_}, of fields that are saved but not shown on purpose
     * @return the problems; empty if there are none
     */
    public static List<String> problems(final Class<? extends NodeParameters> type, final NodeParametersInput input,
        final String... hidden) {
        final var check = new DialogCheck(type, Set.of(hidden));
        check.attempt("The constructor without arguments", () -> check.check(Instances.create(type), input));
        check.attempt("The constructor with an input",
            () -> check.check(ParameterSettings.defaults(type, input), input));
        return List.copyOf(new LinkedHashSet<>(check.problems));
    }

    private void check(final NodeParameters parameters, final NodeParametersInput input) {
        attempt("Saving and loading", () -> roundTrip(parameters));
        fields(type, "");
        attempt("The references", () -> references(new Values(parameters, null)));
        attempt("The layout", () -> {
            final var dialog = Dialog.of(type);
            final var open = new OpenDialog(parameters, input);
            final var titles = new HashSet<List<String>>();
            for (final var control : dialog.controls()) {
                attempt(control.toString(), () -> control(open, control, parameters));
                control.parts().forEach(this::part);
                final var label = new ArrayList<>(control.headings());
                control.widget().ifPresent(widget -> label.add(widget.title()));
                if (control.widget().isPresent() && !titles.add(label)) {
                    problems.add("Two controls have the title " + String.join(" > ", label) + ".");
                }
            }
        });
    }

    private void roundTrip(final NodeParameters parameters) {
        final var saved = new NodeSettings("model");
        ParameterSettings.save(parameters, saved);
        final var again = new NodeSettings("model");
        try {
            ParameterSettings.save(ParameterSettings.load(type, saved), again);
        } catch (InvalidSettingsException e) {
            problems.add("The defaults cannot be loaded once they were saved: " + e.getMessage());
            return;
        }
        if (!saved.equals(again)) {
            problems.add("The defaults differ once they were saved and loaded: " + saved + " and " + again);
        }
    }

    private void fields(final Class<?> group, final String prefix) {
        for (Class<?> c = group; c != null && c != Object.class; c = c.getSuperclass()) {
            for (final var field : c.getDeclaredFields()) {
                final int m = field.getModifiers();
                final boolean looksSaved = !Modifier.isStatic(m) && !Modifier.isTransient(m) && !field.isSynthetic();
                if (Modifier.isPrivate(m) && looksSaved) {
                    problems.add(prefix + field.getName() + " is private, so it is neither saved nor shown.");
                }
            }
        }
        for (final var field : PersistedField.of(group)) {
            final var path = prefix + field.name();
            final var raw = Types.raw(field.type());
            if (hidden.contains(path)) {
                continue;
            }
            if (WidgetGroup.class.isAssignableFrom(raw)) {
                fields(raw, path + "/");
            } else {
                Dialog.elementGroup(field).ifPresent(element -> fields(element, path + "/"));
                help(field.field(), path);
            }
        }
    }

    private void help(final Field field, final String path) {
        final var widget = field.getAnnotation(Widget.class);
        if (widget == null) {
            if (!field.isAnnotationPresent(TextMessage.class)) {
                problems.add(path + " has no @Widget, so it is not shown.");
            }
            return;
        }
        if (widget.title().isBlank()) {
            problems.add(path + " has no title.");
        }
        description(path, widget.description());
    }

    private void description(final String path, final String description) {
        attempt(path, () -> {
            if (Markup.text(description).isBlank()) {
                problems.add(path + " has no description.");
            }
        });
    }

    private void references(final Values values) {
        problems.addAll(values.ambiguous());
        values.fields().forEach((reference, field) -> {
            final var declared = Types.supertypeArguments(reference, ParameterReference.class);
            final var actual = Types.boxed(Types.raw(field.type()));
            if (declared.isEmpty() || Types.raw(declared.get(0)) != actual) {
                problems.add("The reference " + reference.getSimpleName() + " is declared for " + declared
                    + " but stands at " + field + ", which is " + field.type().getTypeName() + ".");
            }
        });
    }

    private void control(final OpenDialog open, final Control control, final NodeParameters parameters) {
        problems.addAll(Applicability.problems(control));
        problems.addAll(Limits.givenTwice(control));
        open.isShown(control);
        open.isEnabled(control);
        open.choices(control);
        control.annotation(ValueProvider.class).ifPresent(provider -> open.compute(provider.value()));
        control.annotation(OptionalWidget.class).ifPresent(optional -> open.compute(optional.defaultProvider()));
        control.annotation(TextMessage.class).ifPresent(message -> open.compute(message.value()));
        final var value = control.value(parameters);
        Limits.exceeded(control, value).ifPresent(message -> problems
            .add("The default of " + control + ", " + value + ", exceeds its own limit: " + message));
        if (control.valueType().isEnum()) {
            for (final var constant : control.valueType().getEnumConstants()) {
                if (EnumText.label((Enum<?>)constant).filter(label -> !label.value().isBlank()).isEmpty()) {
                    problems.add("The choice " + constant + " of " + control + " has no @Label.");
                }
            }
        }
    }

    /** Annotations of a class of parameters apply to its fields; any other class is only a part. */
    private void part(final Class<?> part) {
        if (!Control.isDrawn(part) && !WidgetGroup.class.isAssignableFrom(part)
            && (part.isAnnotationPresent(Effect.class) || part.isAnnotationPresent(Advanced.class))) {
            problems.add("The part " + part.getSimpleName() + " of the dialog is never hidden, because it is no "
                + "section and no horizontal or vertical layout.");
        }
    }

    private void attempt(final String what, final Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) { // all problems are reported, not only the first
            problems.add(what + " fails: " + e.getMessage());
        }
    }
}
