package org.fewlabel.headless.node.dialog;

import java.util.stream.Stream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.fewlabel.headless.node.reflect.Instances;
import org.fewlabel.headless.slice.NodeFacts.Check;
import org.fewlabel.headless.slice.NodeFacts.Check.Kind;
import org.knime.node.parameters.validation.BuiltinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The limits of a control, which the dialog checks while the user types. */
public final class Limits {

    private Limits() {
    }

    /** @return the limits in the control's annotations, without those that depend on other fields */
    public static List<Check> of(final Control control) {
        final var checks = new ArrayList<Check>();
        control.annotation(NumberInputWidget.class).ifPresent(number -> {
            add(checks, Kind.MIN, number.minValidation(), "getMin");
            add(checks, Kind.MAX, number.maxValidation(), "getMax");
        });
        control.annotation(TextInputWidget.class).ifPresent(text -> {
            add(checks, Kind.PATTERN, text.patternValidation(), "getPattern");
            add(checks, Kind.MIN_LENGTH, text.minLengthValidation(), "getMinLength");
            add(checks, Kind.MAX_LENGTH, text.maxLengthValidation(), "getMaxLength");
        });
        return checks;
    }

    /** An abstract class is the default value of the annotation. */
    private static void add(final List<Check> checks, final Kind kind, final Class<? extends BuiltinValidation> type,
        final String bound) {
        if (Modifier.isAbstract(type.getModifiers())) {
            return;
        }
        final var validation = Instances.create(type);
        final boolean exclusive = validation instanceof NumberInputWidgetValidation number && number.isExclusive();
        final var value = bound(validation, bound);
        final var text = value instanceof Double number ? new BigDecimal(number).stripTrailingZeros().toPlainString()
            : value.toString();
        checks.add(new Check(kind, text, exclusive, validation.getErrorMessage()));
    }

    /** The bound is a protected method of the validation. */
    private static Object bound(final BuiltinValidation validation, final String method) {
        for (Class<?> c = validation.getClass(); c != null; c = c.getSuperclass()) {
            final Optional<Method> found = List.of(c.getDeclaredMethods()).stream()
                .filter(m -> m.getName().equals(method) && m.getParameterCount() == 0 && !m.isBridge()).findFirst();
            if (found.isPresent()) {
                try {
                    found.get().setAccessible(true);
                    return found.get().invoke(validation);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(validation.getClass().getName() + " cannot return its bound", e);
                }
            }
        }
        throw new IllegalStateException(validation.getClass().getName() + " has no method " + method);
    }

    /** @return the message of the first limit that the value exceeds, empty if it exceeds none */
    public static Optional<String> exceeded(final Control control, final Object value) {
        return of(control).stream().filter(check -> !keeps(check, value)).map(Check::message).findFirst();
    }

    private static boolean keeps(final Check check, final Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(content -> keeps(check, content)).orElse(true);
        }
        if (value instanceof Number number) {
            final int compared = Double.compare(number.doubleValue(), Double.parseDouble(check.bound()));
            final boolean inside = check.kind() == Kind.MIN ? compared > 0 : compared < 0;
            return inside || compared == 0 && !check.exclusive();
        }
        final var text = value == null ? "" : value.toString();
        return switch (check.kind()) {
            case PATTERN -> Pattern.compile(check.bound()).matcher(text).matches();
            case MIN_LENGTH -> text.length() >= Integer.parseInt(check.bound());
            case MAX_LENGTH -> text.length() <= Integer.parseInt(check.bound());
            case MIN, MAX -> true;
        };
    }

    /** @return the bounds of a number that are given as constants and computed too: KNIME 5.12 opens no such dialog */
    static List<String> givenTwice(final Control control) {
        return control.annotation(NumberInputWidget.class).map(number -> Stream.of("min", "max")
            .filter(bound -> isSet(number, bound + "Validation") && isSet(number, bound + "ValidationProvider"))
            .map(bound -> "The number " + control + " has both a constant and a computed " + bound + "imum.").toList())
            .orElse(List.of());
    }

    private static boolean isSet(final NumberInputWidget number, final String attribute) {
        try {
            final var method = NumberInputWidget.class.getMethod(attribute);
            return method.invoke(number) != method.getDefaultValue();
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
